--- prelude
create schema views;

--- missing | views.missing
create view views.missing as select 1 as a;
--- change
drop view views.missing;

--- exists | views.another
--- change
create view views.another as select 2 as a;

--- query | views.query
create view views.query as select 1 as a;
--- change
create or replace view views.query as select 2 as a;

--- query | views.column_name
create view views.column_name as select 1 as a;
--- change
alter view views.column_name rename a to b;

--- options | views.options
create view views.options as select 1 as a;
--- change
alter view views.options set (security_barrier = true);

--- options | views.checked
create table views.source (a int);
create view views.checked as select a from views.source with local check option;
--- change
alter view views.checked set (check_option = cascaded);

--- defaults.expression | views.defaults
create view views.defaults as select 1 as a, 2 as b;
alter view views.defaults alter a set default 1;
--- change
alter view views.defaults alter a set default 2;

--- defaults.column | views.default_column
create view views.default_column as select 1 as a, 2 as b;
alter view views.default_column alter a set default 1;
--- change
alter view views.default_column alter a drop default, alter b set default 1;

--- defaults | views.no_default
create view views.no_default as select 1 as a;
--- change
alter view views.no_default alter a set default 1;
