-- The emulation pledge of a unit for a year: parties, content points, targets, results.
create table pledge (
	id uuid primary key,
	unit_id uuid not null references unit,
	version integer not null default 0,
	year smallint not null check (year between 1990 and 2100),
	level text not null check (level in ('MINISTRY_JOINT', 'UNIT_JOINT', 'BLOCK', 'GROUP', 'INDIVIDUAL')),
	status text not null check (status in ('DRAFT', 'CONSULTING', 'READY', 'SIGNED', 'MIDYEAR_REVIEWED', 'SELF_ASSESSED',
		'VERIFIED', 'RANKED', 'CLOSED', 'CANCELLED')),
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
	-- closed or cancelled: since when, why, by which decision
	ended_on date,
	end_reason text,
	end_decision text,
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
create index pledge_by_amended on pledge (amends_id) where amends_id is not null;
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
	-- a signatory is named, or it is said why not: asked at signing, a draft may still wait for the name
	unknown_reason text,
	unique (pledge_id, seq),
	foreign key (pledge_id, unit_id) references pledge (id, unit_id) on delete cascade
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
	kind text not null
		check (kind in ('PERCENT', 'COUNT', 'AMOUNT', 'BOOLEAN', 'DEADLINE', 'TITLE', 'QUALITATIVE')),
	operator text not null check (operator in ('GE', 'GT', 'LE', 'LT', 'EQ', 'BETWEEN', 'BY_DATE', 'MET')),
	target_value numeric(18, 4),
	target_value_to numeric(18, 4),
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
	judgement text check (judgement in ('MET', 'NOT_MET', 'NA')),
	explanation text,
	-- the whole the registers gave on the day, and why another one was used
	proposed bigint,
	manual_reason text,
	unique (target_id, period),
	foreign key (target_id, unit_id) references pledge_target (id, unit_id) on delete cascade
);
call wall('target_result');

-- What was signed stays as it was signed, whatever the application believes: a later change is an addendum.
create function keep_signed_pledge() returns trigger
	language plpgsql as $$
declare
	open text[] := array['status', 'version', 'ended_on', 'end_reason', 'end_decision'];
begin
	if old.snapshot is not null and (tg_op = 'DELETE' or to_jsonb(new) - open <> to_jsonb(old) - open) then
		raise exception 'pledge % is signed', old.id using errcode = 'restrict_violation';
	end if;
	if tg_op = 'DELETE' then
		return old;
	end if;
	return new;
end $$;

create function keep_signed_part() returns trigger
	language plpgsql as $$
begin
	if exists (select from pledge p where p.id in (old.pledge_id, new.pledge_id) and p.snapshot is not null) then
		raise exception 'this part belongs to a signed pledge' using errcode = 'restrict_violation';
	end if;
	if tg_op = 'DELETE' then
		return old;
	end if;
	return new;
end $$;

create trigger pledge_kept before update or delete on pledge
	for each row execute function keep_signed_pledge();
create trigger party_kept before insert or update or delete on pledge_party
	for each row execute function keep_signed_part();
create trigger point_kept before insert or update or delete on pledge_point
	for each row execute function keep_signed_part();
create trigger target_kept before insert or update or delete on pledge_target
	for each row execute function keep_signed_part();
