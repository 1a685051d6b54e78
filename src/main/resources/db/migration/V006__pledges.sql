-- The emulation pledge of a unit for a year: parties, content points, targets, results.
create table pledge (
	id uuid primary key,
	unit_id uuid not null references unit,
	version integer not null default 0,
	year smallint not null check (year between 1990 and 2100),
	level text not null,
	status text not null,
	code text not null,
	title text not null,
	motto text,
	document_number text,
	legal_basis text,
	signed_on date,
	signed_date_precision text not null default 'DAY'
		check (signed_date_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
	signed_place text,
	event text,
	copies smallint,
	source_note text,
	-- an addendum changes a signed pledge without touching it
	amends_id uuid,
	-- the text as signed, with its fingerprint: what was frozen
	snapshot jsonb,
	snapshot_sha256 text,
	check ((snapshot is null) = (snapshot_sha256 is null)),
	-- foreign keys look through the wall; with the unit in the key nothing can hang on another unit's pledge
	unique (id, unit_id),
	foreign key (amends_id, unit_id) references pledge (id, unit_id)
);
create unique index pledge_once_a_year on pledge (unit_id, year, level)
	where amends_id is null and status <> 'CANCELLED' and level in ('MINISTRY_JOINT', 'UNIT_JOINT');
create index pledge_by_year on pledge (year, unit_id);
call wall('pledge');

create table pledge_party (
	id uuid primary key,
	pledge_id uuid not null,
	unit_id uuid not null references unit,
	seq smallint not null,
	side text not null,
	name text not null,
	signatory_name text,
	signatory_position text,
	signatory_role text not null default 'SIGNER',
	unknown_reason text,
	unique (pledge_id, seq),
	foreign key (pledge_id, unit_id) references pledge (id, unit_id) on delete cascade,
	-- a signatory is named, or it is said why not
	check (signatory_name is not null or unknown_reason is not null)
);
call wall('pledge_party');

create table pledge_point (
	id uuid primary key,
	pledge_id uuid not null,
	unit_id uuid not null references unit,
	seq smallint not null,
	heading text not null,
	body text not null default '',
	unique (pledge_id, seq),
	foreign key (pledge_id, unit_id) references pledge (id, unit_id) on delete cascade
);
call wall('pledge_point');

create table pledge_target (
	id uuid primary key,
	pledge_id uuid not null,
	unit_id uuid not null references unit,
	seq smallint not null,
	text text not null,
	kind text not null,
	operator text not null,
	target_value numeric(14, 4),
	target_value_to numeric(14, 4),
	due_on date,
	measure text,
	denominator_kind text,
	denominator_text text,
	base_date date,
	note text,
	unique (pledge_id, seq),
	foreign key (pledge_id, unit_id) references pledge (id, unit_id) on delete cascade,
	unique (id, unit_id),
	check (kind <> 'PERCENT' or (denominator_kind is not null and target_value between 0 and 100))
);
call wall('pledge_target');

create table target_result (
	id uuid primary key,
	target_id uuid not null,
	unit_id uuid not null references unit,
	version integer not null default 0,
	period text not null check (period in ('H1', 'YEAR')),
	as_of date not null,
	numerator bigint check (numerator >= 0),
	denominator bigint check (denominator >= 0),
	amount numeric(18, 4),
	achieved_on date,
	judgement text,
	explanation text,
	unique (target_id, period),
	foreign key (target_id, unit_id) references pledge_target (id, unit_id) on delete cascade
);
call wall('target_result');
