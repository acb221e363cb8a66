--- prelude
create schema statistics;
create table statistics.one (a int, b int, c int);
create table statistics.two (a int, b int, c int);

--- missing | statistics.missing
create statistics statistics.missing on a, b from statistics.one;
--- change
drop statistics statistics.missing;

--- exists | statistics.another
--- change
create statistics statistics.another (mcv) on b, c from statistics.one;

--- table | statistics.of_table
create statistics statistics.of_table on a, b from statistics.one;
--- change
drop statistics statistics.of_table;
create statistics statistics.of_table on a, b from statistics.two;

--- ndistinct | statistics.ndistinct
create statistics statistics.ndistinct (mcv) on a, b from statistics.one;
--- change
drop statistics statistics.ndistinct;
create statistics statistics.ndistinct (mcv, ndistinct) on a, b from statistics.one;

--- dependencies | statistics.dependencies
create statistics statistics.dependencies (mcv) on a, b from statistics.one;
--- change
drop statistics statistics.dependencies;
create statistics statistics.dependencies (mcv, dependencies) on a, b from statistics.one;

--- mcv | statistics.mcv
create statistics statistics.mcv (ndistinct) on a, b from statistics.one;
--- change
drop statistics statistics.mcv;
create statistics statistics.mcv (ndistinct, mcv) on a, b from statistics.one;

--- columns | statistics.columns
create statistics statistics.columns on a, b from statistics.one;
--- change
drop statistics statistics.columns;
create statistics statistics.columns on a, c from statistics.one;

--- expressions | statistics.expressions
create statistics statistics.expressions on (a + 1) from statistics.one;
--- change
drop statistics statistics.expressions;
create statistics statistics.expressions on (a + 2) from statistics.one;

--- statistics_target | statistics.target
create statistics statistics.target on a, b from statistics.one;
--- change
alter statistics statistics.target set statistics 7;
