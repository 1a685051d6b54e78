-- What is to be settled when a unit ends, ticked with its day; also after the decision has been carried out.
create table reorganisation_check (
	reorganisation_id uuid not null references reorganisation on delete cascade,
	unit_id uuid not null references unit,
	item text not null,
	done_on date,
	note text,
	primary key (reorganisation_id, item)
);
call wall('reorganisation_check');
