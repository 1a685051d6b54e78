-- Which kind of unit may stand directly under which; no parent means at the top of a tree. The kinds themselves are the
-- code list unit_kind.
create table unit_kind_rule (
	parent_kind text,
	child_kind text not null,
	unique nulls not distinct (parent_kind, child_kind)
);
insert into unit_kind_rule (parent_kind, child_kind)
select nullif(r.parent_kind, ''), c.child_kind
from (values
	('', 'TONG_LIEN_DOAN CD_NGANH_TW LDLD_TINH CD_TCT CD_BO CD_XA'),
	('TONG_LIEN_DOAN', 'CD_NGANH_TW LDLD_TINH CD_TCT'),
	('CD_NGANH_TW', 'CD_TCT CD_BO CDCS'),
	('LDLD_TINH', 'CD_TCT CD_XA CDCS'),
	('CD_TCT', 'CDCS'),
	('CD_BO', 'CDCS'),
	('CD_XA', 'CDCS'),
	('CDCS', 'CDCSTV CDBP TO_CD'),
	('CDCSTV', 'CDBP TO_CD'),
	('CDBP', 'TO_CD')) r (parent_kind, child_kinds)
	cross join lateral string_to_table(r.child_kinds, ' ') c (child_kind);

-- a change of code, host body or funding by decision that leaves the name
insert into code_value (list, code, sort) values ('unit_event', 'CHANGED', 25);
