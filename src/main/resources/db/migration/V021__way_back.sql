-- What reorganisations close in bodies and pledges, so that undoing them opens exactly that again.
create table committee_closing (
	id uuid primary key default uuidv7(),
	-- the unit that ended, or that somebody was carried out of; the body may be that of a union above
	unit_id uuid not null references unit,
	-- the unit whose end closed it, or the reorganisation that carried people out
	cause uuid not null,
	day date not null,
	kind text not null check (kind in ('TERM', 'SEAT')),
	-- the row before, and as it was left; null where a seat that had not begun was dropped
	was jsonb not null,
	left_as jsonb
);
create index committee_closing_by_cause on committee_closing (cause, day);
call wall('committee_closing');
-- A seat dropped from a body of a union above comes back there.
create policy own_people_back on committee_seat for insert
	with check (unit_id = any ((select superior_units())::uuid[]) and exists (
		select from committee_closing c where c.left_as is null and c.was ->> 'id' = committee_seat.id::text));

-- where a pledge stood when the end of its unit closed it
alter table pledge add column status_before text check (status_before is null or status in ('CLOSED', 'CANCELLED'));
create or replace function keep_signed_pledge() returns trigger
	language plpgsql as $$
declare
	open text[] := array['status', 'version', 'ended_on', 'end_reason', 'end_decision', 'status_before'];
begin
	if old.snapshot is not null and (tg_op = 'DELETE' or to_jsonb(new) - open <> to_jsonb(old) - open) then
		raise exception 'pledge % is signed', old.id using errcode = 'restrict_violation';
	end if;
	if tg_op = 'DELETE' then
		return old;
	end if;
	return new;
end $$;
