-- The audit as chains nobody can shorten or rewrite unseen: one chain per unit, and one (the zero id) for what belongs
-- to no unit. Each entry carries a number without gaps and the SHA-256 of the hash before it and of everything stored in
-- it. Only those who write for the same unit wait for each other.
alter table audit_entry
	add column chain uuid generated always as (coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) stored,
	add column number bigint,
	add column hash bytea,
	add column actor_name text,
	add column grant_role text,
	add column grant_unit uuid,
	-- what one transaction did to a unit in one way is told on one line: the first entry leads and knows how many follow
	add column group_id uuid,
	add column group_size integer;

-- Where each chain ends; its row is the lock of the chain.
create table audit_head (
	chain_id uuid primary key,
	number bigint not null,
	hash bytea not null
);
alter table audit_head enable row level security;
create policy audit_head_wall on audit_head
	using (chain_id = '00000000-0000-0000-0000-000000000000' or chain_id = any ((select reached_units())::uuid[]))
	with check (chain_id = '00000000-0000-0000-0000-000000000000' or chain_id = any ((select reached_units())::uuid[]));

-- What the last check of each chain found: sound up to an entry, or first broken at a number.
create table audit_check (
	chain_id uuid primary key,
	checked_at timestamptz not null,
	entries bigint not null,
	sound_until timestamptz,
	broken_number bigint,
	broken_at timestamptz
);
alter table audit_check enable row level security;
create policy audit_check_wall on audit_check
	using (chain_id = '00000000-0000-0000-0000-000000000000' or chain_id = any ((select reached_units())::uuid[]))
	with check (chain_id = '00000000-0000-0000-0000-000000000000' or chain_id = any ((select reached_units())::uuid[]));

-- The text of a row names each value once and does not depend on the settings of a session.
create function audit_hash(previous bytea, e audit_entry) returns bytea
	language sql stable parallel safe
	return sha256(previous || convert_to(row (e.number, e.id, extract(epoch from e.recorded_at), e.account_id, e.actor,
		e.actor_name, e.grant_role, e.grant_unit, e.address, e.request_id, e.action, e.subject_kind, e.subject_id,
		e.unit_id, e.effective_on - date '2000-01-01', e.reason, e.changes, e.group_id, e.group_size)::text, 'UTF8'));

update audit_entry set group_id = id, group_size = 1;
do $$
declare
	e audit_entry;
	head audit_head;
begin
	for e in select * from audit_entry order by chain, recorded_at, id loop
		if head.chain_id is distinct from e.chain then
			head := row (e.chain, 0, '');
		end if;
		e.number := head.number + 1;
		head := row (e.chain, e.number, audit_hash(head.hash, e));
		update audit_entry set number = head.number, hash = head.hash where id = e.id;
	end loop;
end $$;
insert into audit_head
select distinct on (chain) chain, number, hash from audit_entry order by chain, number desc;

-- that the unit exists is asked by the wall; asking again for each row would cost as much as the chain
alter table audit_entry
	drop constraint audit_entry_unit_id_fkey,
	alter column number set not null,
	alter column hash set not null,
	alter column group_id set not null,
	add unique (chain, number);

-- Chains a row. The end of the chain is read and locked once per transaction and then kept in a setting of that
-- transaction; the row of audit_head follows once per statement. The hash is that of audit_hash, written out again
-- because calling a function for each row of an import would cost a fifth more.
create function audit_chain() returns trigger
	language plpgsql as $$
declare
	chained uuid := coalesce(new.unit_id, '00000000-0000-0000-0000-000000000000');
	setting text := 'audit.' || translate(chained::text, '0123456789-', 'ghijklmnop');
	kept text := current_setting(setting, true);
	previous bytea;
begin
	if kept <> '' then
		previous := decode(left(kept, 64), 'hex');
		new.number := substr(kept, 65);
	else
		insert into audit_head values (chained, 0, '') on conflict do nothing;
		select number, hash into strict new.number, previous from audit_head where chain_id = chained for update;
	end if;
	new.number := new.number + 1;
	if new.group_id is null then
		new.group_id := new.id;
		new.group_size := 1;
	end if;
	new.hash := sha256(previous || convert_to(row (new.number, new.id, extract(epoch from new.recorded_at),
		new.account_id, new.actor, new.actor_name, new.grant_role, new.grant_unit, new.address, new.request_id,
		new.action, new.subject_kind, new.subject_id, new.unit_id, new.effective_on - date '2000-01-01', new.reason,
		new.changes, new.group_id, new.group_size)::text, 'UTF8'));
	kept := set_config(setting, encode(new.hash, 'hex') || new.number, true);
	return new;
end $$;
create trigger audit_chain before insert on audit_entry for each row execute function audit_chain();

create function audit_chained() returns trigger
	language plpgsql as $$
begin
	update audit_head h set number = a.number, hash = a.hash
	from (select distinct on (chain) chain, number, hash from added order by chain, number desc) a
	where h.chain_id = a.chain;
	return null;
end $$;
create trigger audit_chained after insert on audit_entry
	referencing new table as added for each statement execute function audit_chained();

-- Not even the owner changes the past by an ordinary statement.
create function audit_refused() returns trigger
	language plpgsql as $$
begin
	raise exception 'the audit is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_refused before update or delete or truncate on audit_entry
	for each statement execute function audit_refused();
create trigger audit_head_refused before delete or truncate on audit_head
	for each statement execute function audit_refused();
create trigger audit_head_refused_back before update on audit_head for each row
	when (new.chain_id <> old.chain_id or new.number <= old.number) execute function audit_refused();

-- Lines of the log are found newest first: of a chain, of an action in it, of a person, of an address, of a record.
drop index audit_entry_by_time, audit_entry_by_unit, audit_entry_by_subject;
create index audit_line_by_time on audit_entry (chain, recorded_at, id) where group_size is not null;
create index audit_line_by_action on audit_entry (chain, action, recorded_at, id) where group_size is not null;
create index audit_line_by_actor on audit_entry (actor, recorded_at, id) where group_size is not null;
create index audit_line_by_address on audit_entry (address, recorded_at, id) where group_size is not null;
create index audit_entry_by_subject on audit_entry (subject_id, recorded_at, id);
create index audit_entry_by_group on audit_entry (group_id) where group_size is null;

drop policy audit_read on audit_entry;
create policy audit_read on audit_entry for select using (
	unit_id = any ((select reached_units())::uuid[])
	or (unit_id is null and current_setting('app.operator', true) = 'on'));
