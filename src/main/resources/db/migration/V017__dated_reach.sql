-- Reach has an end. A unit handed over to another superior on a day keeps its past: who stood above it goes on reading
-- what began before that day, sees nothing that begins later and changes nothing there any more; who takes it over
-- reaches its whole history. A unit that has ended is read by its own accounts and changed by those above it alone.
--   until      the first day the root no longer stands above the unit; of a unit in itself, the first day after its
--              life; -infinity takes back what should never have been reached
--   inherited  the unit never stood below the root: its members and its history were taken over
-- Both follow from unit_version and are written by settle_reach() and inherit_reach() alone.
alter table unit_reach
	add column until date,
	add column inherited boolean not null default false,
	drop constraint unit_reach_pkey,
	add primary key (root_id, unit_id) include (until, inherited);
create index unit_reach_ended on unit_reach (root_id, until) where until is not null;

-- The day of the actor, told with the transaction.
create function reach_day() returns date
	language sql stable parallel safe
	return coalesce(nullif(current_setting('app.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date);

create function granted_units() returns uuid[]
	language sql stable parallel safe
	return setting_ids('app.roots') || setting_ids('app.singles');

create or replace function reached_units() returns uuid[]
	language sql stable parallel safe
	return array(
		select r.unit_id from unit_reach r
		where r.root_id = any (setting_ids('app.roots')) and r.until is distinct from '-infinity'
		union
		select unnest(granted_units()));

-- The reached units of which nothing is hidden: all but those handed over.
create function kept_units() returns uuid[]
	language sql stable parallel safe
	return array(
		select r.unit_id from unit_reach r
		where r.root_id = any (setting_ids('app.roots'))
			and (r.until is null or r.until > reach_day() or r.unit_id = r.root_id)
		union
		select unnest(granted_units()));

-- The reached units in which something may still be changed: those the root stands above, while the root itself lives.
create function changeable_units() returns uuid[]
	language sql stable parallel safe
	return array(
		select r.unit_id from unit_reach r
		where r.root_id = any (setting_ids('app.roots')) and (r.until is null or r.until > reach_day())
			and not exists (select from unit_reach own
				where own.root_id = r.root_id and own.unit_id = r.root_id and own.until <= reach_day())
		union
		select g.id from unnest(granted_units()) g (id)
		where not exists (select from unit_reach own
			where own.root_id = g.id and own.unit_id = g.id and own.until <= reach_day()));

-- The first day on which what begins in a unit is hidden from the actor.
create function seen_until(unit uuid) returns date
	language sql stable parallel safe
	return case when unit = any (granted_units()) then 'infinity'::date else (
		select max(coalesce(r.until, 'infinity')) from unit_reach r
		where r.unit_id = unit and r.root_id = any (setting_ids('app.roots'))) end;

-- Whether nothing in the reach of some roots is hidden. Asked once per transaction and kept in app.whole, so that the
-- walls of nearly everybody cost one test per statement and none per row.
create function reach_is_whole(roots uuid[], today date) returns boolean
	language sql stable parallel safe
	return not exists (
		select from unit_reach r
		where r.root_id = any (roots) and r.until <= today and r.until > '-infinity' and r.unit_id <> r.root_id);

-- Whether what stands in a unit on a day is in reach.
create function reached_on(unit uuid, day date) returns boolean
	language sql stable parallel safe
	return day < seen_until(unit);

-- Writes the reach of units whose place or life has changed, and of all that ever stood below them, from their versions.
create procedure settle_reach(changed uuid[])
	language plpgsql as $$
declare
	units uuid[] := array(select r.unit_id from unit_reach r where r.root_id = any (changed) and not r.inherited
		union select unnest(changed));
begin
	insert into unit_reach (root_id, unit_id, until)
	select root, v.unit_id,
		case when root = v.unit_id then l.ends when not root = any (l.path) then max(upper(v.period)) end
	from unit_version v
	cross join lateral (select upper(w.period) as ends, w.path from unit_version w
		where w.unit_id = v.unit_id order by lower(w.period) desc limit 1) l
	cross join lateral unnest(v.path) root
	where v.unit_id = any (units)
	group by root, v.unit_id, l.ends, l.path
	on conflict (root_id, unit_id) do update set until = excluded.until, inherited = false
	where (unit_reach.until, unit_reach.inherited) is distinct from (excluded.until, false);
	-- a place that was taken back
	update unit_reach r set until = '-infinity'
	where r.unit_id = any (units) and r.root_id <> r.unit_id and not r.inherited
		and not exists (select from unit_version v where v.unit_id = r.unit_id and r.root_id = any (v.path));
	-- what the units had taken over goes with them
	insert into unit_reach (root_id, unit_id, until, inherited)
	select root, z.unit_id, z.until, true
	from unit_reach z
	cross join lateral (select w.path from unit_version w
		where w.unit_id = z.root_id order by lower(w.period) desc limit 1) l
	cross join lateral unnest(l.path) root
	where z.root_id = any (units) and z.inherited and z.until is distinct from '-infinity'
	on conflict do nothing;
end $$;

-- Hands the whole history of a unit, and of all that unit itself reaches, to those who stand above its successor.
create procedure inherit_reach(predecessor uuid, successor_path uuid[])
	language sql
	begin atomic
		insert into unit_reach (root_id, unit_id, until, inherited)
		select root, r.unit_id, case when r.unit_id <> r.root_id then r.until end, true
		from unit_reach r cross join unnest(successor_path) root
		where r.root_id = predecessor and r.until is distinct from '-infinity'
		on conflict (root_id, unit_id) do update set until = excluded.until
		where unit_reach.inherited;
	end;

-- Takes it back, when what happened is undone.
create procedure disinherit_reach(predecessor uuid, successor_path uuid[])
	language sql
	begin atomic
		update unit_reach i set until = '-infinity'
		from unit_reach r
		where r.root_id = predecessor and i.unit_id = r.unit_id and i.root_id = any (successor_path) and i.inherited;
	end;

-- The walls anew. Reading: everything in reach, but of a unit handed over only what the condition says began before.
-- Writing: only where something may still be changed.
drop procedure wall(regclass);
create procedure wall(walled regclass, still text default 'false', unit text default 'unit_id')
	language plpgsql as $$
declare
	seen text := format('%1$s = any ((select reached_units())::uuid[]) and ((select current_setting(''app.whole'', true)'
		|| ' = ''on'') or %1$s = any ((select kept_units())::uuid[]) or %2$s)', unit, still);
	open text := format('%1$s = any ((select changeable_units())::uuid[])', unit);
begin
	execute format('alter table %s enable row level security', walled);
	execute format('drop policy if exists unit_wall on %s', walled);
	execute format('create policy unit_read on %s for select using (%s)', walled, seen);
	execute format('create policy unit_add on %s for insert with check (%s)', walled, open);
	execute format('create policy unit_change on %s for update using (%s) with check (%2$s)', walled, open);
	execute format('create policy unit_remove on %s for delete using (%s)', walled, open);
end $$;

call wall('unit', unit => 'id');
call wall('unit_version');
-- Units themselves are asked for one by one along the reach: for a tree of a hundred thousand a list of all of them would
-- cost more than the page.
drop policy unit_read on unit;
create policy unit_read on unit for select using (
	id = any ((select granted_units())::uuid[])
	or exists (select from unit_reach r where r.unit_id = id and r.root_id = any ((select setting_ids('app.roots'))::uuid[])
		and r.until is distinct from '-infinity'));
drop policy unit_read on unit_version;
create policy unit_read on unit_version for select using (
	(unit_id = any ((select granted_units())::uuid[])
		or exists (select from unit_reach r where r.unit_id = unit_version.unit_id
			and r.root_id = any ((select setting_ids('app.roots'))::uuid[]) and r.until is distinct from '-infinity'))
	and ((select current_setting('app.whole', true) = 'on') or lower(period) < seen_until(unit_id)));
-- the decision that hands a unit over is still told to those who lose it
call wall('unit_event', 'effective_on <= seen_until(unit_id)');
call wall('published_figure', 'day < seen_until(unit_id)');
call wall('membership', 'lower(period) < seen_until(unit_id)');
call wall('movement', 'effective_on < seen_until(unit_id)');
call wall('headcount_day', 'day < seen_until(unit_id)');
call wall('headcount_year', 'year < extract(year from seen_until(unit_id))');
call wall('pledge', 'make_date(year, 1, 1) < seen_until(unit_id)');
call wall('pledge_party', 'exists (select from pledge p where p.id = pledge_id)');
call wall('pledge_point', 'exists (select from pledge p where p.id = pledge_id)');
call wall('pledge_target', 'exists (select from pledge p where p.id = pledge_id)');
call wall('target_result', 'as_of < seen_until(unit_id)');
-- All others, among them the record of a person and the lists being read in, are of today and go with the unit; a table
-- of periods keeps those that began before.
do $$
declare
	walled record;
begin
	for walled in
		select p.polrelid::regclass as name, exists (select from pg_attribute a where a.attrelid = p.polrelid
			and a.attname = 'period' and a.atttypid = 'daterange'::regtype) as dated
		from pg_policy p where p.polname = 'unit_wall'
	loop
		call wall(walled.name, case when walled.dated then 'lower(period) < seen_until(unit_id)' else 'false' end);
	end loop;
end $$;

-- the log of a unit is read as far as it was written before the unit went away
drop policy audit_read on audit_entry;
create policy audit_read on audit_entry for select using (
	unit_id = any ((select reached_units())::uuid[])
		and ((select current_setting('app.whole', true) = 'on') or unit_id = any ((select kept_units())::uuid[])
			or recorded_at < seen_until(unit_id))
	or (unit_id is null and current_setting('app.operator', true) = 'on'));

-- A load of units writes to one chain for each of them: the chains too are asked for one by one.
drop policy audit_head_wall on audit_head;
create policy audit_head_wall on audit_head
	using (chain_id = '00000000-0000-0000-0000-000000000000' or chain_id = any ((select granted_units())::uuid[])
		or exists (select from unit_reach r where r.unit_id = audit_head.chain_id
		and r.root_id = any ((select setting_ids('app.roots'))::uuid[]) and r.until is distinct from '-infinity'))
	with check (chain_id = '00000000-0000-0000-0000-000000000000' or chain_id = any ((select granted_units())::uuid[])
		or exists (select from unit_reach r where r.unit_id = audit_head.chain_id
		and r.root_id = any ((select setting_ids('app.roots'))::uuid[]) and r.until is distinct from '-infinity'));
drop policy audit_write on audit_entry;
create policy audit_write on audit_entry for insert with check (
	unit_id is null or unit_id = any ((select granted_units())::uuid[])
	or exists (select from unit_reach r where r.unit_id = audit_entry.unit_id
		and r.root_id = any ((select setting_ids('app.roots'))::uuid[]) and r.until is distinct from '-infinity'));

-- accounts go with the unit too
drop policy grant_write on access_grant;
create policy grant_write on access_grant for insert with check (
	unit_id = any ((select changeable_units())::uuid[])
	or (unit_id is null and current_setting('app.operator', true) = 'on'));
drop policy grant_change on access_grant;
create policy grant_change on access_grant for update
	using (unit_id = any ((select changeable_units())::uuid[]))
	with check (unit_id = any ((select changeable_units())::uuid[]));
drop policy account_change on account;
create policy account_change on account for update
	using (
		id = (select setting_id('app.account')) or id = (select setting_id('app.signin'))
		or exists (select from access_grant g where g.account_id = account.id
			and g.unit_id = any ((select changeable_units())::uuid[])))
	with check (
		id = (select setting_id('app.account')) or id = (select setting_id('app.signin'))
		or exists (select from access_grant g where g.account_id = account.id
			and g.unit_id = any ((select changeable_units())::uuid[])));

-- More that is written down about a unit for a period: the body it stands in by name, its emulation block (which need
-- not follow the superior), and of a top unit the superior outside this book.
alter table unit_version
	add column host_name text check (host_name is nfc normalized and host_name <> ''),
	add column emulation_block text check (emulation_block is nfc normalized and emulation_block <> ''),
	add column outer_superior text check (outer_superior is nfc normalized and outer_superior <> '');

-- The public-sector union, which stands beside the central industry unions and above ministry unions.
insert into code_value (list, code, sort) values ('unit_kind', 'CD_VIEN_CHUC', 25);
insert into unit_kind_rule (parent_kind, child_kind) values
	(null, 'CD_VIEN_CHUC'),
	('TONG_LIEN_DOAN', 'CD_VIEN_CHUC'),
	('CD_VIEN_CHUC', 'CD_BO'),
	('CD_VIEN_CHUC', 'CDCS');

-- A tree of units that came as a sheet and waits to be confirmed; one at a time for a unit.
create table structure_load (
	unit_id uuid primary key references unit,
	file_name text not null check (length(file_name) <= 255),
	content bytea not null,
	effective_on date not null,
	decision_number text,
	decision_signed_on date,
	decision_signer text,
	sent_by text not null,
	sent_at timestamptz not null default now()
);
call wall('structure_load');
