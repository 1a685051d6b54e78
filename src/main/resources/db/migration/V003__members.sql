-- The record of a person. unit_id is the unit of the present membership, or of the last one: who reaches that unit
-- reads the record; who reaches only an earlier unit sees what that unit's roster shows (table membership).
create table member (
	id uuid primary key,
	unit_id uuid not null references unit,
	version integer not null default 0,
	full_name text not null check (full_name is nfc normalized),
	surname text not null,
	middle_name text not null default '',
	given_name text not null,
	other_name text,
	gender text not null check (gender in ('MALE', 'FEMALE')),
	birth_date date not null,
	birth_precision text not null default 'DAY' check (birth_precision in ('DAY', 'MONTH', 'YEAR')),
	birth_place text,
	hometown text,
	ethnicity text,
	religion text,
	identity_cipher bytea,
	identity_hash bytea,
	identity_tail text check (length(identity_tail) = 4),
	identity_issued_on date,
	identity_issued_by text,
	phone text,
	email text,
	address text,
	employment_kind text,
	hired_on date,
	specialty text,
	political_theory text,
	party_joined_on date,
	joined_union_on date,
	card_number text,
	note text,
	created_at timestamptz not null default now()
);
create index member_by_unit on member (unit_id);
create index member_by_identity on member (identity_hash) where identity_hash is not null;
call wall('member');

-- One row per person and period in which nothing a roster shows has changed: unit, position, education, Party.
-- Rosters and figures of any day read this table alone. The name stands here too, so that a page is one index walk.
create table membership (
	id uuid primary key,
	member_id uuid not null references member,
	unit_id uuid not null references unit,
	period daterange not null check (not isempty(period) and lower(period) is not null),
	full_name text not null,
	given_sort text collate "vi-x-icu" not null,
	surname_sort text collate "vi-x-icu" not null,
	middle_sort text collate "vi-x-icu" not null,
	search_key text not null,
	gender text not null check (gender in ('MALE', 'FEMALE')),
	birth_date date not null,
	birth_precision text not null,
	department text,
	position text,
	union_position text,
	education text,
	party_status text not null default 'NONE',
	-- one membership per person and day, whatever the application believes
	unique (member_id, period without overlaps) deferrable initially deferred,
	-- and only while the unit exists
	foreign key (unit_id, period period) references unit_version (unit_id, period period) deferrable initially deferred
);
create index membership_roster on membership (unit_id, given_sort, surname_sort, middle_sort, member_id);
create index membership_names on membership (given_sort, surname_sort, middle_sort, member_id);
create index membership_search on membership using gin (search_key gin_trgm_ops);
call wall('membership');

-- The ledger of movements: opening + increases - decreases = closing, for everybody and for women.
-- Rows are only added; an error is undone by a correction pair.
create table movement (
	id uuid primary key,
	member_id uuid not null references member,
	unit_id uuid not null references unit,
	kind text not null check (kind = 'OPENING' or kind like 'IN\_%' or kind like 'OUT\_%'),
	direction smallint not null generated always as (case when kind like 'OUT%' then -1 else 1 end) stored,
	gender text not null check (gender in ('MALE', 'FEMALE')),
	effective_on date not null,
	pair_id uuid,
	counterpart_unit_id uuid references unit,
	counterpart text,
	reason text,
	decision_number text,
	decision_signed_on date,
	decision_signer text,
	note text,
	recorded_at timestamptz not null default now(),
	recorded_by uuid
);
create index movement_by_unit on movement (unit_id, effective_on);
create index movement_by_member on movement (member_id, effective_on);
call wall('movement');
