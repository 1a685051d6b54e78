-- Elected and appointed bodies of a unit, term by term. A body is what the terms of one kind (and, for groups, one name)
-- of a unit have in common; its terms never overlap, so what holds once per term and day holds once per body and day.
create table committee_term (
	id uuid primary key,
	unit_id uuid not null references unit,
	version integer not null default 0,
	kind text not null check (kind in ('BCH', 'BTV', 'UBKT', 'BAN_NU_CONG', 'BTTND', 'TO_CONG_DOAN')),
	-- a unit has one of each body, but many groups
	body_name text not null default '' check ((kind = 'TO_CONG_DOAN') = (body_name <> '')),
	name text not null check (name <> ''),
	number smallint check (number between 1 and 99),
	period daterange not null check (not isempty(period) and lower(period) is not null),
	planned_end date not null,
	planned_size smallint not null check (planned_size between 1 and 199),
	congress_on date,
	congress_kind text check (congress_kind in ('PLENARY', 'DELEGATE', 'CONFERENCE', 'APPOINTMENT')),
	congress_place text,
	delegates_called integer check (delegates_called >= 0),
	delegates_present integer check (delegates_present between 0 and delegates_called),
	delegates_voting integer check (delegates_voting between 0 and delegates_present),
	ballots_issued integer check (ballots_issued between 0 and delegates_voting),
	ballots_returned integer check (ballots_returned between 0 and ballots_issued),
	ballots_valid integer check (ballots_valid between 0 and ballots_returned),
	ballots_invalid integer check (ballots_invalid >= 0),
	decision_number text,
	decision_signed_on date,
	decision_signer text,
	end_reason text,
	end_decision text,
	check (planned_end > lower(period)),
	-- a figure of the minutes rests on the one it is a part of
	check (num_nonnulls(delegates_called, delegates_present, delegates_voting, ballots_issued, ballots_returned,
		ballots_valid, ballots_invalid) in (0, 7)),
	check (ballots_valid + ballots_invalid = ballots_returned),
	unique (unit_id, kind, body_name, period without overlaps),
	unique (id, unit_id, period without overlaps),
	unique (id, unit_id),
	unique (id, unit_id, ballots_valid)
);
call wall('committee_term');

-- Who sits in a body, as what, from when to when. A seat lies inside its term; nobody has two seats in a body on one day,
-- and one person at most is in the chair.
create table committee_seat (
	id uuid primary key,
	term_id uuid not null,
	unit_id uuid not null references unit,
	member_id uuid not null references member,
	role text not null check (role in ('CHAIR', 'PERMANENT_DEPUTY', 'DEPUTY', 'MEMBER')),
	kind text not null check (kind in ('ELECTED', 'BY_ELECTION', 'APPOINTED')),
	period daterange not null check (not isempty(period) and lower(period) is not null),
	decision_number text,
	decision_signed_on date,
	decision_signer text,
	end_reason text check (end_reason in ('RESIGNED', 'RETIRED', 'TRANSFERRED', 'LEFT_UNION', 'REMOVED', 'DECEASED',
		'ROLE_CHANGED', 'TERM_ENDED', 'UNIT_ENDED', 'OTHER')),
	end_decision text,
	end_note text,
	-- a seat that ended before its term is vacant until it is filled or somebody says that it stays so
	vacancy_closed_on date check (vacancy_closed_on >= upper(period)),
	vacancy_note text,
	check ((end_reason is null) = upper_inf(period)),
	unique (term_id, member_id, period without overlaps),
	exclude using gist (term_id with =, period with &&) where (role = 'CHAIR'),
	foreign key (term_id, unit_id, period period) references committee_term (id, unit_id, period period)
		deferrable initially deferred
);
create index committee_seat_by_unit on committee_seat (unit_id);
create index committee_seat_by_member on committee_seat (member_id);
create index committee_seat_vacant on committee_seat (unit_id)
	where vacancy_closed_on is null and end_reason is not null and end_reason not in ('TERM_ENDED', 'UNIT_ENDED');
call wall('committee_seat');
-- Who ends a membership ends the person's seats with it, also those in a body of a union above, and also one that would
-- have begun later.
create policy own_people_read on committee_seat for select
	using (unit_id = any ((select superior_units())::uuid[]) and exists (
		select from membership s where s.member_id = committee_seat.member_id
			and lower(s.period) < coalesce(upper(committee_seat.period), 'infinity')));
create policy own_people_end on committee_seat for update
	using (unit_id = any ((select superior_units())::uuid[]) and exists (
		select from membership s where s.member_id = committee_seat.member_id and s.period && committee_seat.period))
	with check (unit_id = any ((select superior_units())::uuid[]) and exists (
		select from membership s where s.member_id = committee_seat.member_id and s.period && committee_seat.period));
create policy own_people_drop on committee_seat for delete
	using (unit_id = any ((select superior_units())::uuid[]) and exists (
		select from membership s where s.member_id = committee_seat.member_id
			and lower(s.period) < coalesce(upper(committee_seat.period), 'infinity')));

-- Who stood for election and with how many votes, as the minutes say. Votes rest on the valid ballots of the term.
create table committee_candidate (
	id uuid primary key,
	term_id uuid not null,
	unit_id uuid not null references unit,
	seq smallint not null,
	name text not null check (name is nfc normalized and name <> ''),
	member_id uuid references member,
	votes integer check (votes >= 0),
	of_valid integer,
	elected boolean not null,
	unique (term_id, seq),
	check (votes is null or (of_valid is not null and votes <= of_valid)),
	foreign key (term_id, unit_id) references committee_term (id, unit_id),
	foreign key (term_id, unit_id, of_valid) references committee_term (id, unit_id, ballots_valid) on update cascade
);
call wall('committee_candidate');

-- How many a body may have: rows of law with their basis, chosen by the first day of the term. A breach is told, never
-- refused. one_in: at most one in so many of the Ban Chấp hành.
create table committee_size_rule (
	id integer primary key generated always as identity,
	kind text not null,
	unit_kind text,
	period daterange not null check (not isempty(period) and lower(period) is not null),
	members_from integer,
	members_before integer,
	chair_only boolean not null default false,
	least integer,
	most integer,
	one_in integer,
	legal_basis text not null,
	check (least <= most)
);
insert into committee_size_rule (kind, unit_kind, period, members_from, members_before, chair_only, least, most, one_in,
	legal_basis) values
	('BCH', 'CDCS', '[2020-02-20,2025-07-01)', null, null, false, 3, 15, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020; từ 2024 chưa đối chiếu Hướng dẫn 38/HD-TLĐ)'),
	('BCH', 'CDCS', '[2020-02-20,2025-07-01)', 3000, null, false, 3, 19, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020), công đoàn cơ sở từ 3.000 đoàn viên'),
	('BCH', 'CDCS', '[2020-02-20,)', null, 10, true, 1, 1, null,
		'Điều lệ Công đoàn Việt Nam khóa XII và Hướng dẫn 03/HD-TLĐ (từ 2025: chưa kiểm chứng)'),
	('BCH', 'CDCS', '[2025-07-01,)', null, null, false, 3, 25, null,
		'Kế hoạch đại hội công đoàn các cấp 2025–2026 (ngày bắt đầu áp dụng chưa kiểm chứng)'),
	('BCH', 'CDCSTV', '[2020-02-20,2025-07-01)', null, null, false, 3, 15, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020)'),
	('BCH', 'CDCSTV', '[2025-07-01,)', null, null, false, 1, 15, null,
		'Kế hoạch đại hội công đoàn các cấp 2025–2026 (ngày bắt đầu áp dụng chưa kiểm chứng)'),
	('BCH', 'CDBP', '[2020-02-20,2025-07-01)', null, null, false, 3, 7, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020)'),
	('BCH', 'CDBP', '[2025-07-01,)', null, null, false, 1, 7, null,
		'Kế hoạch đại hội công đoàn các cấp 2025–2026 (ngày bắt đầu áp dụng chưa kiểm chứng)'),
	('BCH', 'CD_BO', '[2020-02-20,)', null, null, false, 1, 27, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ, công đoàn cấp trên trực tiếp cơ sở (từ 2025: chưa kiểm chứng)'),
	('BCH', 'CD_TCT', '[2020-02-20,)', null, null, false, 1, 27, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ, công đoàn cấp trên trực tiếp cơ sở; Kế hoạch đại hội 2025–2026'),
	('BCH', 'CD_NGANH_TW', '[2020-02-20,2025-07-01)', null, null, false, 1, 35, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020)'),
	('BCH', 'CD_NGANH_TW', '[2020-02-20,2025-07-01)', 100000, null, false, 1, 49, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020), từ 100.000 đoàn viên'),
	('BCH', 'CD_NGANH_TW', '[2025-07-01,)', null, null, false, 1, 45, null,
		'Kế hoạch đại hội công đoàn các cấp 2025–2026 (ngày bắt đầu áp dụng chưa kiểm chứng)'),
	('BCH', 'LDLD_TINH', '[2020-02-20,2025-07-01)', null, null, false, 1, 35, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020)'),
	('BCH', 'LDLD_TINH', '[2020-02-20,2025-07-01)', 100000, null, false, 1, 49, null,
		'điểm 9.1 Hướng dẫn 03/HD-TLĐ (từ ngày 20/02/2020), từ 100.000 đoàn viên'),
	('BCH', 'LDLD_TINH', '[2025-07-01,)', null, null, false, 1, 45, null,
		'Kế hoạch đại hội công đoàn các cấp 2025–2026 (ngày bắt đầu áp dụng chưa kiểm chứng)'),
	('BTV', null, '[2025-07-01,)', null, null, false, null, null, 3,
		'Kế hoạch đại hội công đoàn các cấp 2025–2026 (ngày bắt đầu áp dụng chưa kiểm chứng)'),
	('BTTND', null, '[2017-08-07,)', null, null, false, 3, 9, null,
		'Hướng dẫn 1271/HD-TLĐ năm 2017');
