-- Lists of members that come as files. A run is one file for one unit: read, looked at, confirmed, perhaps undone.
create table import_run (
	id uuid primary key,
	unit_id uuid not null references unit,
	account_id uuid,
	actor text not null,
	file_name text not null check (length(file_name) <= 255),
	file_size integer not null,
	status text not null check (status in ('COLUMNS', 'CHECKING', 'CHECKED', 'COMMITTING', 'COMMITTED', 'UNDOING',
		'UNDONE', 'DISCARDED', 'FAILED')),
	sheets text[] not null,
	-- sheet, heading and columns as they are read
	recognised jsonb not null,
	-- how far the work is; a run at work whose heartbeat stands still belongs to a dead process
	step text not null default '',
	rows_done integer not null default 0,
	heartbeat_at timestamptz not null default now(),
	-- what the last piece of work has to tell
	message text,
	message_arguments text[] not null default '{}',
	-- how many rows of which verdict
	counts jsonb not null default '{}',
	-- what the officer confirmed
	kind text,
	all_rows boolean,
	effective_on date,
	decision_number text,
	decision_signed_on date,
	decision_signer text,
	created_at timestamptz not null default now(),
	committed_at timestamptz,
	committed_by text,
	undone_at timestamptz,
	undone_by text
);
create index import_run_by_unit on import_run (unit_id, id);
-- one at work per unit, whatever the application believes
create unique index import_run_at_work on import_run (unit_id) where status in ('CHECKING', 'COMMITTING', 'UNDOING');
call wall('import_run');

-- The file as it came, encrypted: identity numbers stand in it. Kept for a while, for the copy with remarks.
create table import_file (
	run_id uuid primary key references import_run,
	unit_id uuid not null references unit,
	content bytea not null
);
call wall('import_file');

-- What stands in the rows of a file, and what each of them means for the book. A fact that is null was not given: it
-- is left as it is. No foreign keys: rows are written once, in one go, and removed with the file.
create table import_row (
	run_id uuid not null,
	row_number integer not null,
	-- the unit of the run
	unit_id uuid not null,
	verdict text check (verdict in ('NEW', 'CHANGED', 'SAME', 'DUPLICATE', 'ERROR', 'IGNORED')),
	-- the unit the person stands in according to the row
	target_id uuid,
	-- level, row, column, key and arguments of the sentence
	problems jsonb not null default '[]',
	-- what identity_cipher is bound to, and the id of a person to be entered
	draft_id uuid,
	-- the person, found or to be entered, and the state of the record it was compared with
	member_id uuid,
	member_version integer,
	membership_id uuid,
	-- field to old and new value
	changes jsonb,
	-- the record and the membership before, for the way back
	before jsonb,
	identity_cipher bytea,
	identity_hash bytea,
	identity_tail text,
	search_key text,
	surname text,
	middle_name text,
	given_name text,
	surname_sort text,
	middle_sort text,
	given_sort text,
	gender text,
	department text,
	position text,
	union_position text,
	education text,
	party_status text,
	full_name text,
	other_name text,
	birth_date date,
	birth_precision text,
	birth_place text,
	hometown text,
	ethnicity text,
	religion text,
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
	primary key (run_id, row_number)
);
call wall('import_row');

-- Who is who: by name and birth date, for lists and for the form of one person.
create index membership_by_person on membership (search_key, birth_date);
