-- The reach is the same for each statement of a transaction, and each statement asks for it:
-- it is worked out once and kept, beside the grants it was worked out from, until the
-- transaction ends or a unit is added to a tree.
create or replace function reached_units() returns uuid[]
	language plpgsql stable parallel restricted
as $$
declare
	asked text := current_setting('app.roots', true) || '|' || current_setting('app.singles', true);
	reached uuid[];
begin
	if current_setting('app.reached_by', true) = asked then
		return current_setting('app.reached')::uuid[];
	end if;
	reached := array(
		select r.unit_id from unit_reach r where r.root_id = any (setting_ids('app.roots')) and r.until is distinct from '-infinity'
		union
		select unnest(granted_units()));
	if asked is not null then
		perform set_config('app.reached', reached::text, true), set_config('app.reached_by', asked, true);
	end if;
	return reached;
end $$;

create function forget_reached_units() returns trigger
	language plpgsql
as $$
begin
	perform set_config('app.reached_by', '', true);
	return null;
end $$;

create trigger reach_changed after insert or update or delete on unit_reach
	for each statement execute function forget_reached_units();

create or replace function superior_units() returns uuid[]
	language plpgsql stable parallel safe
as $$
begin
	return array(
		select r.root_id from unit_reach r
		where r.unit_id = any (setting_ids('app.roots') || setting_ids('app.singles')));
end $$;
