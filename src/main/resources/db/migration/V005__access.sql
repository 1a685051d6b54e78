-- Accounts, what they may do where and when, and the brake on guessing passwords.
create table account (
	id uuid primary key,
	version integer not null default 0,
	username text not null unique check (username = lower(username)),
	display_name text not null,
	password_hash text not null,
	disabled_at timestamptz,
	created_at timestamptz not null default now()
);

-- A role over a unit (alone or with its subtree) for a period; an operator's grant names no unit.
create table access_grant (
	id uuid primary key,
	account_id uuid not null references account,
	role text not null check (role in ('OPERATOR', 'MINISTRY_ADMIN', 'MINISTRY_OFFICER', 'UNIT_OFFICER', 'VIEWER')),
	unit_id uuid references unit,
	subtree boolean not null default false,
	period daterange not null check (not isempty(period)),
	check ((role = 'OPERATOR') = (unit_id is null))
);
create index access_grant_by_account on access_grant (account_id);
create index access_grant_by_unit on access_grant (unit_id);

-- Narrow on purpose: one's own account, the one account whose name is being typed at sign-in (app.signin), and the
-- accounts with a grant inside the reach of the actor.
alter table access_grant enable row level security;
create policy grant_read on access_grant for select using (
	account_id = (select setting_id('app.account'))
	or account_id = (select setting_id('app.signin'))
	or unit_id = any ((select reached_units())::uuid[]));
create policy grant_write on access_grant for insert with check (
	unit_id = any ((select reached_units())::uuid[])
	or (unit_id is null and current_setting('app.operator', true) = 'on'));
create policy grant_change on access_grant for update
	using (unit_id = any ((select reached_units())::uuid[]))
	with check (unit_id = any ((select reached_units())::uuid[]));

alter table account enable row level security;
create policy account_read on account for select using (
	id = (select setting_id('app.account'))
	or id = (select setting_id('app.signin'))
	or username = (select nullif(current_setting('app.username', true), ''))
	or exists (select from access_grant g where g.account_id = account.id
		and g.unit_id = any ((select reached_units())::uuid[])));
create policy account_write on account for insert with check (true);
create policy account_change on account for update
	using (
		id = (select setting_id('app.account')) or id = (select setting_id('app.signin'))
		or exists (select from access_grant g where g.account_id = account.id
			and g.unit_id = any ((select reached_units())::uuid[])))
	with check (
		id = (select setting_id('app.account')) or id = (select setting_id('app.signin'))
		or exists (select from access_grant g where g.account_id = account.id
			and g.unit_id = any ((select reached_units())::uuid[])));

-- Failed tries per account name and per address. Counted by the database, so parallel tries are all seen.
create table sign_in_brake (
	subject text primary key,
	failures integer not null,
	since timestamptz not null,
	blocked_until timestamptz
);
