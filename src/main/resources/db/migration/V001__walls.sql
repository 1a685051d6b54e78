-- The second wall between units. The application says once per transaction which units its actor may reach:
--   app.roots    ids of the units reached with everything that is or was below them
--   app.singles  ids of the units reached alone
--   app.account  id of the acting account
-- Nothing said means no row: every policy below compares with an empty set.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create function setting_ids(setting text) returns uuid[]
	language sql stable parallel safe
	return coalesce(string_to_array(nullif(current_setting(setting, true), ''), ',')::uuid[], '{}');

create function setting_id(setting text) returns uuid
	language sql stable parallel safe
	return nullif(current_setting(setting, true), '')::uuid;

create table unit (
	id uuid primary key,
	version integer not null default 0,
	created_at timestamptz not null default now()
);

-- Which units a grant on root_id reaches: itself, every unit that is or ever was below it, and the predecessors
-- merged into one of those. Rows are only added, so reach never has to be computed per row or per day.
create table unit_reach (
	root_id uuid not null references unit deferrable initially deferred,
	unit_id uuid not null references unit deferrable initially deferred,
	primary key (root_id, unit_id)
);
create index unit_reach_by_unit on unit_reach (unit_id);

create function reached_units() returns uuid[]
	language sql stable parallel safe
	return array(
		select r.unit_id from unit_reach r where r.root_id = any (setting_ids('app.roots'))
		union
		select unnest(setting_ids('app.roots') || setting_ids('app.singles')));

-- The superiors of the reached units: their names are shown above a page, nothing else of them.
create function superior_units() returns uuid[]
	language sql stable parallel safe
	return array(
		select r.root_id from unit_reach r
		where r.unit_id = any (setting_ids('app.roots') || setting_ids('app.singles')));

-- Puts the wall around a table with a unit_id: read and write only inside the reach of the actor.
create procedure wall(walled regclass)
	language plpgsql as $$
begin
	execute format('alter table %s enable row level security', walled);
	execute format('create policy unit_wall on %s using (unit_id = any ((select reached_units())::uuid[]))'
		|| ' with check (unit_id = any ((select reached_units())::uuid[]))', walled);
end $$;

alter table unit enable row level security;
create policy unit_wall on unit
	using (id = any ((select reached_units())::uuid[]))
	with check (id = any ((select reached_units())::uuid[]));
create policy superiors_by_name on unit for select
	using (id = any ((select superior_units())::uuid[]));

-- Facts about this installation, not about people: whether it holds demonstration data, whether it was set up.
create table installation (
	key text primary key,
	value text not null,
	written_at timestamptz not null default now()
);

-- The open code lists (positions, education, ...) in their order; their words stand in the message files.
create table code_value (
	list text not null,
	code text not null,
	sort integer not null,
	primary key (list, code)
);
