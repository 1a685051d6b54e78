-- How many people stood in a unit on a day, without counting people: signed changes per day, and the same summed
-- per year, so that a figure of any day reads at most one year of days and one row per earlier year.
create table headcount_day (
	unit_id uuid not null references unit,
	dimension text not null,
	day date not null,
	bucket text not null,
	gender text not null,
	delta integer not null,
	primary key (unit_id, dimension, day, bucket, gender)
);
call wall('headcount_day');

create table headcount_year (
	unit_id uuid not null references unit,
	dimension text not null,
	year integer not null,
	bucket text not null,
	gender text not null,
	delta integer not null,
	primary key (unit_id, dimension, year, bucket, gender)
);
call wall('headcount_year');

-- Runs in the statement that changes memberships, so the figures cannot be forgotten. The argument is the sign of the
-- rows in the transition table. Ordered by key: two writers take the same locks in the same order.
create function count_membership() returns trigger
	language plpgsql as $$
declare
	sign integer := tg_argv[0];
begin
	with step as (
		select unit_id, lower(period) as day, position, education, party_status, gender, sign as delta from changed
		union all
		select unit_id, upper(period), position, education, party_status, gender, -sign from changed
		where not upper_inf(period)
	), figure as (
		select s.unit_id, d.dimension, s.day, d.bucket, s.gender, sum(s.delta) as delta
		from step s cross join lateral (values
			('ALL', ''),
			('POSITION', coalesce(s.position, '')),
			('EDUCATION', coalesce(s.education, '')),
			('PARTY', s.party_status)) d (dimension, bucket)
		group by 1, 2, 3, 4, 5
		having sum(s.delta) <> 0
	), by_day as (
		insert into headcount_day as h (unit_id, dimension, day, bucket, gender, delta)
		select unit_id, dimension, day, bucket, gender, delta from figure
		order by unit_id, dimension, day, bucket, gender
		on conflict (unit_id, dimension, day, bucket, gender) do update set delta = h.delta + excluded.delta
	)
	insert into headcount_year as h (unit_id, dimension, year, bucket, gender, delta)
	select unit_id, dimension, extract(year from day), bucket, gender, sum(delta) from figure
	group by 1, 2, 3, 4, 5
	order by 1, 2, 3, 4, 5
	on conflict (unit_id, dimension, year, bucket, gender) do update set delta = h.delta + excluded.delta;
	return null;
end $$;

create trigger headcount_insert after insert on membership
	referencing new table as changed for each statement execute function count_membership('1');
create trigger headcount_update_old after update on membership
	referencing old table as changed for each statement execute function count_membership('-1');
create trigger headcount_update_new after update on membership
	referencing new table as changed for each statement execute function count_membership('1');
create trigger headcount_delete after delete on membership
	referencing old table as changed for each statement execute function count_membership('-1');

-- The people of some units on a day, by bucket of one dimension (ALL, POSITION, EDUCATION, PARTY) and gender.
create function headcount(units uuid[], asked_dimension text, asked_day date)
	returns table (unit_id uuid, bucket text, gender text, members bigint)
	language sql stable parallel safe as $$
	select h.unit_id, h.bucket, h.gender, sum(h.delta)
	from (
		select y.unit_id, y.bucket, y.gender, y.delta from headcount_year y
		where y.unit_id = any (units) and y.dimension = asked_dimension and y.year < extract(year from asked_day)::integer
		union all
		select d.unit_id, d.bucket, d.gender, d.delta from headcount_day d
		where d.unit_id = any (units) and d.dimension = asked_dimension
			and d.day between date_trunc('year', asked_day)::date and asked_day) h
	group by h.unit_id, h.bucket, h.gender
	having sum(h.delta) <> 0
$$;
