--- prelude
create schema relations;
create foreign data wrapper of_relations;
create server of_relations foreign data wrapper of_relations;
create server of_relations_too foreign data wrapper of_relations;

--- missing | relations.missing
create table relations.missing (a int);
--- change
drop table relations.missing;

--- exists | relations.another
--- change
create table relations.another (b int);

--- kind | relations.kind | with: server
create table relations.kind (a int);
--- change
drop table relations.kind;
create foreign table relations.kind (a int) server of_relations;
update pg_class set relam = (select oid from pg_am where amname = 'heap') where oid = 'relations.kind'::regclass;

--- persistence | relations.persistence
create table relations.persistence (a int);
--- change
alter table relations.persistence set unlogged;

--- of_type | relations.of_type
create type relations.typed as (a int);
create table relations.of_type (a int);
--- change
alter table relations.of_type of relations.typed;

--- inherits | relations.inherits
create table relations.parent ();
create table relations.inherits (a int);
--- change
alter table relations.inherits inherit relations.parent;

--- inherits | relations.inherits_order
create table relations.father ();
create table relations.mother ();
create table relations.inherits_order (a int) inherits (relations.father, relations.mother);
--- change
drop table relations.inherits_order;
create table relations.inherits_order (a int) inherits (relations.mother, relations.father);

--- partition_strategy | relations.strategy
create table relations.strategy (a int) partition by range (a);
--- change
drop table relations.strategy;
create table relations.strategy (a int) partition by list (a);

--- partition_key | relations.key
create table relations.key (a int, b int) partition by range (a);
--- change
drop table relations.key;
create table relations.key (a int, b int) partition by range (a, b);

--- partition_key.column | relations.key_column
create table relations.key_column (a int, b int) partition by range (a);
--- change
drop table relations.key_column;
create table relations.key_column (a int, b int) partition by range (b);

--- partition_key.expression | relations.key_expression
create table relations.key_expression (a int, b int) partition by range ((a + 1));
--- change
drop table relations.key_expression;
create table relations.key_expression (a int, b int) partition by range ((a + 2));

--- partition_key.collation | relations.key_collation
create table relations.key_collation (a text, b int) partition by range (a);
--- change
drop table relations.key_collation;
create table relations.key_collation (a text, b int) partition by range (a collate "C");

--- partition_key.operator_class | relations.key_class
create table relations.key_class (a text, b int) partition by range (a);
--- change
drop table relations.key_class;
create table relations.key_class (a text, b int) partition by range (a text_pattern_ops);

--- partition_of | relations.part
create table relations.whole (a int) partition by list (a);
create table relations.whole_too (a int) partition by list (a);
create table relations.part partition of relations.whole for values in (1);
--- change
alter table relations.whole detach partition relations.part;
alter table relations.whole_too attach partition relations.part for values in (1);

--- partition_bound | relations.bound
create table relations.divided (a int) partition by list (a);
create table relations.bound partition of relations.divided for values in (1);
--- change
alter table relations.divided detach partition relations.bound;
alter table relations.divided attach partition relations.bound for values in (2);

--- row_security | relations.row_security
create table relations.row_security (a int);
--- change
alter table relations.row_security enable row level security;

--- row_security_forced_only | relations.forced_only
create table relations.forced_only (a int);
--- change
alter table relations.forced_only force row level security;

--- replica_identity | relations.identity
create table relations.identity (a int);
--- change
alter table relations.identity replica identity full;

--- replica_identity_index | relations.identity_index
create table relations.identity_index (a int not null);
create unique index identity_one on relations.identity_index (a);
create unique index identity_two on relations.identity_index (a);
alter table relations.identity_index replica identity using index identity_one;
--- change
alter table relations.identity_index replica identity using index identity_two;

--- access_method | relations.method
create access method heap_too type table handler heap_tableam_handler;
create table relations.method (a int);
--- change
drop table relations.method;
create table relations.method (a int) using heap_too;

--- tablespace | relations.space
create table relations.space (a int);
--- change
alter table relations.space set tablespace elsewhere;

--- options | relations.options
create table relations.options (a int);
--- change
alter table relations.options set (fillfactor = 50);

--- options | relations.toast_options
create table relations.toast_options (a text);
--- change
alter table relations.toast_options set (toast.autovacuum_enabled = false);

--- server | relations.server
create foreign table relations.server (a int) server of_relations;
--- change
drop foreign table relations.server;
create foreign table relations.server (a int) server of_relations_too;

--- foreign_options | relations.foreign_options
create foreign table relations.foreign_options (a int) server of_relations options (a '1');
--- change
alter foreign table relations.foreign_options options (set a '2');
