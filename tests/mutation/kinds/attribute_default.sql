--- prelude
create schema defaults;

--- missing | defaults.missing.a | token: defaults.missing
create table defaults.missing (a int default 1);
--- change
alter table defaults.missing alter a drop default;

--- exists | defaults.another.a | token: defaults.another
create table defaults.another (a int);
--- change
alter table defaults.another alter a set default 1;

--- expression | defaults.expression.a | token: defaults.expression
create table defaults.expression (a int default 1);
--- change
alter table defaults.expression alter a set default 2;

--- expression | defaults.generated.a | token: defaults.generated
create table defaults.generated (b int, a int generated always as (b + 1) stored);
--- change
alter table defaults.generated drop a;
alter table defaults.generated add a int generated always as (b + 2) stored;
