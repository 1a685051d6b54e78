-- The figures of a page are read from the index alone: the rows of one unit lie scattered over the table.
alter table headcount_day drop constraint headcount_day_pkey,
	add primary key (unit_id, dimension, day, bucket, gender) include (delta);
alter table headcount_year drop constraint headcount_year_pkey,
	add primary key (unit_id, dimension, year, bucket, gender) include (delta);
