-- The organisation on any day: a unit's name, kind and parent are facts of a period, opened by a decision.
create table unit_version (
	id uuid primary key,
	unit_id uuid not null references unit,
	period daterange not null check (not isempty(period) and lower(period) is not null),
	code text not null check (code <> ''),
	name text not null check (name is nfc normalized and name <> ''),
	kind text not null,
	host_kind text not null,
	funding_type text not null,
	parent_id uuid references unit,
	-- ids from the top of the tree down to this unit: below(u) is "u stands in the path", no recursion
	path uuid[] not null check (path[cardinality(path)] = unit_id),
	root_id uuid not null generated always as (path[1]) stored,
	unique (unit_id, period without overlaps),
	exclude using gist (root_id with =, code with =, period with &&),
	check ((parent_id is null) = (cardinality(path) = 1)),
	check (parent_id is null or path[cardinality(path) - 1] = parent_id)
);
create index unit_version_by_parent on unit_version (parent_id);
alter table unit_version enable row level security;
create policy unit_wall on unit_version
	using (unit_id = any ((select reached_units())::uuid[]))
	with check (unit_id = any ((select reached_units())::uuid[]));
create policy superiors_by_name on unit_version for select
	using (unit_id = any ((select superior_units())::uuid[]));

-- What happened to a unit, and by which decision. Never changed, never removed.
create table unit_event (
	id uuid primary key,
	unit_id uuid not null references unit,
	kind text not null,
	effective_on date not null,
	decision_number text,
	decision_signed_on date,
	decision_signer text,
	note text,
	recorded_at timestamptz not null default now(),
	recorded_by uuid
);
create index unit_event_by_unit on unit_event (unit_id, effective_on);
call wall('unit_event');

-- A figure printed elsewhere, kept as printed with its source, so that the page can explain a difference.
create table published_figure (
	id uuid primary key,
	unit_id uuid not null references unit,
	day date not null,
	units integer,
	members integer,
	women integer,
	percent_printed text,
	qualifier text not null default 'EXACT',
	source text not null,
	unique (unit_id, day)
);
call wall('published_figure');
