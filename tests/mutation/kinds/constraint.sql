--- prelude
create schema constraints;
create extension ltree;
create table constraints.target (a int primary key, b int, unique (b), unique (a, b));
create table constraints.target_too (a int primary key, b int);

--- missing | constraints.missing.c_missing | token: constraints.missing
create table constraints.missing (a int, constraint c_missing check (a > 0));
--- change
alter table constraints.missing drop constraint c_missing;

--- exists | constraints.another.c_another | token: constraints.another
create table constraints.another (a int);
--- change
alter table constraints.another add constraint c_another check (a > 0);

--- type | constraints.type.c_type | token: constraints.type
create table constraints.type (a int not null, constraint c_type unique (a));
--- change
alter table constraints.type drop constraint c_type, add constraint c_type primary key (a);

--- columns | constraints.columns.c_columns | token: constraints.columns
create table constraints.columns (a int, b int, constraint c_columns unique (a, b));
--- change
alter table constraints.columns drop constraint c_columns, add constraint c_columns unique (b, a);

--- check | constraints.checked.c_checked | token: constraints.checked
create table constraints.checked (a int, constraint c_checked check (a > 0));
--- change
alter table constraints.checked drop constraint c_checked, add constraint c_checked check (a > 1);

--- check | constraints.narrow.c_narrow | token: constraints.narrow
create domain constraints.narrow as int constraint c_narrow check (value > 0);
--- change
alter domain constraints.narrow drop constraint c_narrow;
alter domain constraints.narrow add constraint c_narrow check (value > 1);

--- foreign_table | constraints.foreign_table.c_foreign_table | token: constraints.foreign_table
create table constraints.foreign_table (a int, constraint c_foreign_table foreign key (a) references constraints.target);
--- change
alter table constraints.foreign_table drop constraint c_foreign_table,
  add constraint c_foreign_table foreign key (a) references constraints.target_too;

--- foreign_columns | constraints.foreign_columns.c_foreign_columns | token: constraints.foreign_columns
create table constraints.foreign_columns (a int, constraint c_foreign_columns foreign key (a) references constraints.target);
--- change
alter table constraints.foreign_columns drop constraint c_foreign_columns,
  add constraint c_foreign_columns foreign key (a) references constraints.target (b);

--- match | constraints.match.c_match | token: constraints.match
create table constraints.match (a int, constraint c_match foreign key (a) references constraints.target);
--- change
alter table constraints.match drop constraint c_match,
  add constraint c_match foreign key (a) references constraints.target match full;

--- on_update | constraints.on_update.c_on_update | token: constraints.on_update
create table constraints.on_update (a int, constraint c_on_update foreign key (a) references constraints.target);
--- change
alter table constraints.on_update drop constraint c_on_update,
  add constraint c_on_update foreign key (a) references constraints.target on update cascade;

--- on_delete | constraints.on_delete.c_on_delete | token: constraints.on_delete
create table constraints.on_delete (a int, constraint c_on_delete foreign key (a) references constraints.target);
--- change
alter table constraints.on_delete drop constraint c_on_delete,
  add constraint c_on_delete foreign key (a) references constraints.target on delete set null;

--- on_delete_columns | constraints.on_delete_columns.c_on_delete_columns | token: constraints.on_delete_columns | since: 15
create table constraints.on_delete_columns (a int, b int, constraint c_on_delete_columns foreign key (a, b)
  references constraints.target (a, b) on delete set null);
--- change
alter table constraints.on_delete_columns drop constraint c_on_delete_columns, add constraint c_on_delete_columns
  foreign key (a, b) references constraints.target (a, b) on delete set null (b);

--- elements | constraints.elements.c_elements | token: constraints.elements
create table constraints.elements (a int4range, b int4range, constraint c_elements exclude using gist (a with &&));
--- change
alter table constraints.elements drop constraint c_elements,
  add constraint c_elements exclude using gist (a with &&, b with &&);

--- elements.column | constraints.element_column.c_element_column | token: constraints.element_column
create table constraints.element_column (a int4range, b int4range, constraint c_element_column exclude using gist (a with &&));
--- change
alter table constraints.element_column drop constraint c_element_column,
  add constraint c_element_column exclude using gist (b with &&);

--- elements.expression | constraints.element_expression.c_element_expression | token: constraints.element_expression
create table constraints.element_expression (a int4range, b int4range,
  constraint c_element_expression exclude using gist ((a * b) with &&));
--- change
alter table constraints.element_expression drop constraint c_element_expression,
  add constraint c_element_expression exclude using gist ((a + b) with &&);

--- elements.collation | constraints.element_collation.c_element_collation | token: constraints.element_collation
create table constraints.element_collation (a text, constraint c_element_collation exclude using btree (a with =));
--- change
alter table constraints.element_collation drop constraint c_element_collation,
  add constraint c_element_collation exclude using btree (a collate "C" with =);

--- elements.operator_class | constraints.element_class.c_element_class | token: constraints.element_class
create table constraints.element_class (a text, constraint c_element_class exclude using btree (a with =));
--- change
alter table constraints.element_class drop constraint c_element_class,
  add constraint c_element_class exclude using btree (a text_pattern_ops with =);

--- elements.operator_class_options | constraints.element_options.c_element_options | token: constraints.element_options
create table constraints.element_options (a ltree,
  constraint c_element_options exclude using gist (a with =));
--- change
alter table constraints.element_options drop constraint c_element_options,
  add constraint c_element_options exclude using gist (a gist_ltree_ops (siglen = 100) with =);

--- elements.descending | constraints.element_descending.c_element_descending | token: constraints.element_descending
create table constraints.element_descending (a int, constraint c_element_descending exclude using btree (a nulls first with =));
--- change
alter table constraints.element_descending drop constraint c_element_descending,
  add constraint c_element_descending exclude using btree (a desc nulls first with =);

--- elements.nulls_first | constraints.element_nulls.c_element_nulls | token: constraints.element_nulls
create table constraints.element_nulls (a int, constraint c_element_nulls exclude using btree (a with =));
--- change
alter table constraints.element_nulls drop constraint c_element_nulls,
  add constraint c_element_nulls exclude using btree (a nulls first with =);

--- elements.operator | constraints.element_operator.c_element_operator | token: constraints.element_operator
create table constraints.element_operator (a int4range, constraint c_element_operator exclude using gist (a with &&));
--- change
alter table constraints.element_operator drop constraint c_element_operator,
  add constraint c_element_operator exclude using gist (a with =);

--- include | constraints.include.c_include | token: constraints.include
create table constraints.include (a int, b int, constraint c_include unique (a));
--- change
alter table constraints.include drop constraint c_include, add constraint c_include unique (a) include (b);

--- access_method | constraints.method.c_method | token: constraints.method
create table constraints.method (a int4range, constraint c_method exclude using gist (a with =));
--- change
alter table constraints.method drop constraint c_method, add constraint c_method exclude using hash (a with =);

--- predicate | constraints.predicate.c_predicate | token: constraints.predicate
create table constraints.predicate (a int, constraint c_predicate exclude (a with =) where (a > 0));
--- change
alter table constraints.predicate drop constraint c_predicate,
  add constraint c_predicate exclude (a with =) where (a > 1);

--- nulls_not_distinct | constraints.nulls.c_nulls | token: constraints.nulls | since: 15
create table constraints.nulls (a int, constraint c_nulls unique (a));
--- change
alter table constraints.nulls drop constraint c_nulls, add constraint c_nulls unique nulls not distinct (a);

--- options | constraints.options.c_options | token: constraints.options
create table constraints.options (a int, constraint c_options unique (a));
--- change
alter index constraints.c_options set (fillfactor = 50);

--- tablespace | constraints.space.c_space | token: constraints.space
create table constraints.space (a int, constraint c_space unique (a));
--- change
alter table constraints.space drop constraint c_space,
  add constraint c_space unique (a) using index tablespace elsewhere;

--- clustered | constraints.clustered.c_clustered | token: constraints.clustered
create table constraints.clustered (a int, constraint c_clustered unique (a));
--- change
alter table constraints.clustered cluster on c_clustered;

--- without_overlaps | constraints.overlaps.c_overlaps | token: constraints.overlaps | since: 18
create table constraints.overlaps (a int, b int4range, constraint c_overlaps unique (a, b));
--- change
update pg_constraint set conperiod = true where conrelid = 'constraints.overlaps'::regclass
  and contype = 'u';

--- deferrable | constraints.deferrable_.c_deferrable_ | token: constraints.deferrable_
create table constraints.deferrable_ (a int, constraint c_deferrable_ foreign key (a) references constraints.target);
--- change
alter table constraints.deferrable_ alter constraint c_deferrable_ deferrable;

--- initially_deferred | constraints.deferred.c_deferred | token: constraints.deferred
create table constraints.deferred (a int,
  constraint c_deferred foreign key (a) references constraints.target deferrable);
--- change
alter table constraints.deferred alter constraint c_deferred deferrable initially deferred;

--- validated | constraints.validated.c_validated | token: constraints.validated
create table constraints.validated (a int, constraint c_validated check (a > 0));
--- change
alter table constraints.validated drop constraint c_validated, add constraint c_validated check (a > 0) not valid;

--- enforced | constraints.enforced.c_enforced | token: constraints.enforced | since: 18
create table constraints.enforced (a int, constraint c_enforced check (a > 0) not valid);
--- change
update pg_constraint set conenforced = false where conrelid = 'constraints.enforced'::regclass and conname = 'c_enforced';

--- no_inherit | constraints.no_inherit.c_no_inherit | token: constraints.no_inherit
create table constraints.no_inherit (a int, constraint c_no_inherit check (a > 0));
--- change
alter table constraints.no_inherit drop constraint c_no_inherit,
  add constraint c_no_inherit check (a > 0) no inherit;

--- local | constraints.local.c_local | token: constraints.local
create table constraints.local_parent (a int, constraint c_local check (a > 0));
create table constraints.local (a int, constraint c_local check (a > 0)) inherits (constraints.local_parent);
--- change
update pg_constraint set conislocal = false where conrelid = 'constraints.local'::regclass;

--- inherited_from | constraints.inherited.c_inherited | token: constraints.inherited | no dump: it counts no parents
create table constraints.grandparent (a int, constraint c_inherited check (a > 0));
create table constraints.inherited (a int, constraint c_inherited check (a > 0)) inherits (constraints.grandparent);
--- change
update pg_constraint set coninhcount = 2 where conrelid = 'constraints.inherited'::regclass and conname = 'c_inherited';

--- partition_of | constraints.part.c_part | token: c_part
create table constraints.whole (a int) partition by list (a);
create table constraints.part (a int, constraint c_part unique (a));
alter table constraints.whole attach partition constraints.part for values in (1);
alter table constraints.whole add constraint whole_key unique (a);
--- change
update pg_constraint set conparentid = 0 where conrelid = 'constraints.part'::regclass and conname = 'c_part';
delete from pg_inherits where inhrelid = 'constraints.c_part'::regclass;

--- index_partition_of | constraints.part_by_index.c_by_index | token: c_by_index
create table constraints.whole_by_index (a int) partition by list (a);
create table constraints.part_by_index partition of constraints.whole_by_index (constraint c_by_index unique (a)) for values in (1);
create unique index whole_by_index_a on constraints.whole_by_index (a);
--- change
delete from pg_inherits where inhrelid = 'constraints.c_by_index'::regclass;

--- triggers | constraints.fired.c_fired | token: constraints.fired | no dump: it does not write the triggers of constraints
create table constraints.fired (a int, constraint c_fired foreign key (a) references constraints.target_too);
--- change
alter table constraints.fired disable trigger all;

--- foreign_triggers | constraints.firing.c_firing | token: constraints.firing | no dump: it does not write the triggers of constraints
create table constraints.fired_at (a int primary key);
create table constraints.firing (a int, constraint c_firing foreign key (a) references constraints.fired_at);
--- change
alter table constraints.fired_at disable trigger all;
