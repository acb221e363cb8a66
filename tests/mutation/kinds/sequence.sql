--- prelude
create schema sequences;

--- missing | sequences.missing
create sequence sequences.missing;
--- change
drop sequence sequences.missing;

--- exists | sequences.another
--- change
create sequence sequences.another;

--- type | sequences.type
create sequence sequences.type maxvalue 1000;
--- change
alter sequence sequences.type as int maxvalue 1000;

--- start | sequences.start
create sequence sequences.start;
--- change
alter sequence sequences.start start 5;

--- increment | sequences.increment
create sequence sequences.increment;
--- change
alter sequence sequences.increment increment 5;

--- minimum | sequences.minimum
create sequence sequences.minimum;
--- change
alter sequence sequences.minimum minvalue 0;

--- maximum | sequences.maximum
create sequence sequences.maximum;
--- change
alter sequence sequences.maximum maxvalue 1000;

--- cache | sequences.cache
create sequence sequences.cache;
--- change
alter sequence sequences.cache cache 5;

--- cycle | sequences.cycle
create sequence sequences.cycle;
--- change
alter sequence sequences.cycle cycle;

--- owned_by_table | sequences.owned_by_table
create table sequences.holder (id int);
create table sequences.holder_too (id int);
create sequence sequences.owned_by_table owned by sequences.holder.id;
--- change
alter sequence sequences.owned_by_table owned by sequences.holder_too.id;

--- owned_by_column | sequences.owned_by_column
create table sequences.holding (id int, id_too int);
create sequence sequences.owned_by_column owned by sequences.holding.id;
--- change
alter sequence sequences.owned_by_column owned by sequences.holding.id_too;

--- persistence | sequences.persistence | since: 15
create sequence sequences.persistence;
--- change
alter sequence sequences.persistence set unlogged;
