-- The age of retirement in normal working conditions, in months, by gender and by the year in which it is reached.
-- Rows are facts of law with their basis; confirmed = false until somebody has compared them with the text itself.
create table retirement_age (
	gender text not null check (gender in ('MALE', 'FEMALE')),
	period daterange not null check (not isempty(period) and lower(period) is not null),
	months integer not null check (months > 0),
	legal_basis text not null,
	confirmed boolean not null default false,
	primary key (gender, period without overlaps)
);

insert into retirement_age (gender, period, months, legal_basis) values
	('MALE', '[1995-01-01,2021-01-01)', 720, 'Bộ luật Lao động 1994, 2012 (Điều 187)'),
	('FEMALE', '[1995-01-01,2021-01-01)', 660, 'Bộ luật Lao động 1994, 2012 (Điều 187)');
-- men: 60 years 3 months in 2021, 3 months more each year, 62 years from 2028
insert into retirement_age (gender, period, months, legal_basis)
select 'MALE', daterange(make_date(y, 1, 1), case when y < 2028 then make_date(y + 1, 1, 1) end),
	723 + 3 * (y - 2021), 'Nghị định 135/2020/NĐ-CP, Điều 4'
from generate_series(2021, 2028) y;
-- women: 55 years 4 months in 2021, 4 months more each year, 60 years from 2035
insert into retirement_age (gender, period, months, legal_basis)
select 'FEMALE', daterange(make_date(y, 1, 1), case when y < 2035 then make_date(y + 1, 1, 1) end),
	664 + 4 * (y - 2021), 'Nghị định 135/2020/NĐ-CP, Điều 4'
from generate_series(2021, 2035) y;

-- who holds a union position, who reaches an age, whose record lacks something: found without walking a whole unit
create index membership_officers on membership (unit_id, union_position) where union_position is not null;
create index membership_by_birth on membership (unit_id, birth_date);
create index member_without_identity on member (unit_id) where identity_hash is null;
create index member_with_vague_birth on member (unit_id) where birth_precision <> 'DAY';
