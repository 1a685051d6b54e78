-- Who did what, when, and what it changed. Written in the transaction of the change, never changed afterwards.
create table audit_entry (
	id uuid primary key,
	recorded_at timestamptz not null default now(),
	account_id uuid,
	actor text not null,
	address text,
	request_id text,
	action text not null,
	subject_kind text not null,
	subject_id uuid,
	unit_id uuid references unit,
	effective_on date,
	reason text,
	changes jsonb not null default '{}'
);
create index audit_entry_by_time on audit_entry (recorded_at, id);
create index audit_entry_by_unit on audit_entry (unit_id, recorded_at);
create index audit_entry_by_subject on audit_entry (subject_id, recorded_at);
alter table audit_entry enable row level security;
-- Sign-ins belong to no unit: written by anybody, read by nobody until a page for it exists.
create policy audit_read on audit_entry for select using (unit_id = any ((select reached_units())::uuid[]));
create policy audit_write on audit_entry for insert with check (
	unit_id is null or unit_id = any ((select reached_units())::uuid[]));
