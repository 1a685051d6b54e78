-- A decision that changes the organisation: drafted, executed at once, undone while nothing depends on it.
create table reorganisation (
	id uuid primary key,
	-- the unit whose administrators decide it
	unit_id uuid not null references unit,
	version integer not null default 0,
	kind text not null,
	status text not null default 'DRAFT' check (status in ('DRAFT', 'EXECUTED', 'UNDONE')),
	decision_number text,
	decision_signed_on date,
	decision_signer text,
	effective_on date,
	plan jsonb not null default '{"steps": []}',
	-- what all units touched were before, and their numbers afterwards: the way back
	trace jsonb,
	created_at timestamptz not null default now(),
	created_by uuid,
	executed_at timestamptz,
	executed_by uuid,
	undone_at timestamptz,
	undone_by uuid,
	check ((status = 'DRAFT') = (executed_at is null)),
	check (status = 'DRAFT' or effective_on is not null)
);
create index reorganisation_by_unit on reorganisation (unit_id, effective_on);
call wall('reorganisation');

create table reorganisation_file (
	reorganisation_id uuid primary key references reorganisation on delete cascade,
	unit_id uuid not null references unit,
	name text not null,
	content bytea not null
);
call wall('reorganisation_file');

alter table unit_event add column reorganisation_id uuid references reorganisation;
create index unit_event_by_reorganisation on unit_event (reorganisation_id) where reorganisation_id is not null;
insert into code_value (list, code, sort) values ('unit_event', 'REOPENED', 95), ('unit_event', 'UNDONE', 99);

-- The family tree: whose people went where. One row for each end, because who reaches one may not reach the other; the
-- names stand here for the same reason.
create table unit_event_link (
	event_id uuid not null references unit_event,
	from_unit uuid not null references unit,
	to_unit uuid not null references unit,
	from_name text not null,
	to_name text not null,
	-- the end this row is read from
	unit_id uuid not null references unit,
	primary key (event_id, from_unit, to_unit, unit_id),
	check (unit_id in (from_unit, to_unit) and from_unit <> to_unit)
);
create index unit_event_link_by_from on unit_event_link (from_unit);
create index unit_event_link_by_to on unit_event_link (to_unit);
call wall('unit_event_link');
-- whoever reads the decision in the history of the predecessor is told where it went, though it went to others
create policy predecessors_read on unit_event_link for select
	using (unit_id = from_unit and exists (select from unit_event e where e.id = event_id));

-- Which rows of the rosters a reorganisation carried over, and what they were: the way back.
create table relocation (
	batch_id uuid not null references reorganisation,
	membership_id uuid not null,
	-- the unit they came from
	unit_id uuid not null references unit,
	member_id uuid not null references member,
	-- null where the membership ended with the unit
	to_unit uuid references unit,
	was daterange not null,
	union_position text,
	-- the row that continues a cut one
	next_id uuid,
	-- of the record afterwards: a higher one says that it was touched since
	member_version integer,
	primary key (batch_id, membership_id)
);
create index relocation_by_member on relocation (member_id);
call wall('relocation');

-- Movements written together, so that they can be turned back together.
alter table movement add column batch_id uuid;
create index movement_by_batch on movement (batch_id) where batch_id is not null;
