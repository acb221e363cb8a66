--- prelude
create schema indexes;
create table indexes.table_one (a int, b int, t text, r int4range, p point, v tsvector);
create table indexes.table_two (a int);
create table indexes.whole (a int) partition by list (a);
create table indexes.part partition of indexes.whole for values in (1);

--- missing | indexes.missing
create index missing on indexes.table_one (a, b);
--- change
drop index indexes.missing;

--- exists | indexes.another

--- change
create index another on indexes.table_one (b, a, t);

--- table | indexes.table_
create index table_ on indexes.table_one (a);
--- change
drop index indexes.table_;
create index table_ on indexes.table_two (a);

--- access_method | indexes.method
create index method on indexes.table_one (a);
--- change
drop index indexes.method;
create index method on indexes.table_one using hash (a);

--- unique | indexes.unique_
create index unique_ on indexes.table_one (a);
--- change
drop index indexes.unique_;
create unique index unique_ on indexes.table_one (a);

--- nulls_not_distinct | indexes.nulls | since: 15
create unique index nulls on indexes.table_one (a);
--- change
drop index indexes.nulls;
create unique index nulls on indexes.table_one (a) nulls not distinct;

--- elements | indexes.elements
create index elements on indexes.table_one (a);
--- change
drop index indexes.elements;
create index elements on indexes.table_one (a, b);

--- elements.column | indexes.element_column
create index element_column on indexes.table_one (a);
--- change
drop index indexes.element_column;
create index element_column on indexes.table_one (b);

--- elements.expression | indexes.element_expression
create index element_expression on indexes.table_one ((a + 1));
--- change
drop index indexes.element_expression;
create index element_expression on indexes.table_one ((a + 2));

--- elements.collation | indexes.element_collation
create index element_collation on indexes.table_one (t);
--- change
drop index indexes.element_collation;
create index element_collation on indexes.table_one (t collate "C");

--- elements.operator_class | indexes.element_class
create index element_class on indexes.table_one (t);
--- change
drop index indexes.element_class;
create index element_class on indexes.table_one (t text_pattern_ops);

--- elements.operator_class_options | indexes.element_options
create index element_options on indexes.table_one using gist (v);
--- change
drop index indexes.element_options;
create index element_options on indexes.table_one using gist (v tsvector_ops (siglen = 100));

--- elements.descending | indexes.element_descending
create index element_descending on indexes.table_one (a nulls first);
--- change
drop index indexes.element_descending;
create index element_descending on indexes.table_one (a desc nulls first);

--- elements.nulls_first | indexes.element_nulls
create index element_nulls on indexes.table_one (a);
--- change
drop index indexes.element_nulls;
create index element_nulls on indexes.table_one (a nulls first);

--- include | indexes.include_
create index include_ on indexes.table_one (a);
--- change
drop index indexes.include_;
create index include_ on indexes.table_one (a) include (b);

--- predicate | indexes.predicate
create index predicate on indexes.table_one (a) where a > 0;
--- change
drop index indexes.predicate;
create index predicate on indexes.table_one (a) where a > 1;

--- options | indexes.options
create index options on indexes.table_one (a);
--- change
alter index indexes.options set (fillfactor = 50);

--- tablespace | indexes.space
create index space on indexes.table_one (a);
--- change
alter index indexes.space set tablespace elsewhere;

--- partition_of | indexes.part_of
create index whole_one on only indexes.whole (a);
create index whole_two on only indexes.whole (a);
create index part_of on indexes.part (a);
alter index indexes.whole_one attach partition indexes.part_of;
--- change
drop index indexes.whole_one;
create index whole_one on only indexes.whole (a);
create index part_of on indexes.part (a);
update pg_index set indisvalid = true where indexrelid = 'indexes.whole_one'::regclass;

--- valid | indexes.valid
create index valid on indexes.table_one (a);
--- change
update pg_index set indisvalid = false where indexrelid = 'indexes.valid'::regclass;

--- clustered | indexes.clustered
create index clustered on indexes.table_one (a);
--- change
alter table indexes.table_one cluster on clustered;

--- statistics_targets | indexes.targets
create index targets on indexes.table_one ((a + 1));
--- change
alter index indexes.targets alter column 1 set statistics 7;

