--- prelude
create schema published;
create publication publishing;

--- missing | published.missing in publishing | token: published.missing
create table published.missing (a int);
alter publication publishing add table published.missing;
--- change
alter publication publishing drop table published.missing;

--- exists | published.another in publishing | token: published.another
create table published.another (a int);
--- change
alter publication publishing add table published.another;

--- columns | published.columns in publishing_columns | token: published.columns | since: 15
create publication publishing_columns;
create table published.columns (a int, b int);
alter publication publishing_columns add table published.columns (a);
--- change
alter publication publishing_columns set table published.columns (b);

--- row_filter | published.filter in publishing_filter | token: published.filter | since: 15
create publication publishing_filter;
create table published.filter (a int);
alter publication publishing_filter add table published.filter where (a > 0);
--- change
alter publication publishing_filter set table published.filter where (a > 1);
