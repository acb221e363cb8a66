--- prelude
create schema classes;

--- missing | classes.missing using btree | token: classes.missing | more: families
create operator family classes.for_missing using btree;
create operator class classes.missing for type int using btree family classes.for_missing as
  function 1 btint4cmp(int, int);
--- change
drop operator class classes.missing using btree;

--- exists | classes.another using btree | token: classes.another
create operator family classes.for_another using btree;
--- change
create operator class classes.another for type int using btree family classes.for_another as
  function 1 btint4cmp(int, int);

--- type | classes.type using btree | token: classes.type
create operator class classes.type for type varchar using btree as
  function 1 bttextcmp(text, text);
--- change
update pg_opclass set opcintype = 'text'::regtype where opcname = 'type';
update pg_amproc set amproclefttype = 'text'::regtype, amprocrighttype = 'text'::regtype
where amprocfamily = (select oid from pg_opfamily where opfname = 'type');

--- default | classes.default_ using btree | token: classes.default_
create type classes.mood as enum ('a');
create operator class classes.default_ for type classes.mood using btree as
  function 1 enum_cmp(anyenum, anyenum);
--- change
update pg_opclass set opcdefault = true where opcname = 'default_';

--- family | classes.family using btree | token: classes.family
create operator family classes.one using btree;
create operator family classes.two using btree;
create operator class classes.family for type int using btree family classes.one as
  storage int;
--- change
drop operator class classes.family using btree;
create operator class classes.family for type int using btree family classes.two as
  storage int;

--- storage | classes.storage using gist | token: classes.storage
create operator class classes.storage for type point using gist as
  storage box;
--- change
drop operator family classes.storage using gist cascade;
create operator class classes.storage for type point using gist as
  storage circle;

--- members | classes.members using btree | token: classes.members
create operator class classes.members for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
drop operator family classes.members using btree cascade;
create operator class classes.members for type int using btree as
  operator 1 >, function 1 btint4cmp(int, int);

--- members.operators | classes.more_operators using btree | token: classes.more_operators
create operator class classes.more_operators for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
drop operator family classes.more_operators using btree cascade;
create operator class classes.more_operators for type int using btree as
  operator 1 <, operator 3 =, function 1 btint4cmp(int, int);

--- members.operators.strategy | classes.strategy_too using btree | token: classes.strategy_too
create operator class classes.strategy_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
drop operator family classes.strategy_too using btree cascade;
create operator class classes.strategy_too for type int using btree as
  operator 2 <, function 1 btint4cmp(int, int);

--- members.operators.left | classes.left_too using btree | token: classes.left_too | no dump: it writes the types of the operator itself
create operator class classes.left_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
update pg_amop set amoplefttype = 'bigint'::regtype
where amopfamily = (select oid from pg_opfamily where opfname = 'left_too');

--- members.operators.right | classes.right_too using btree | token: classes.right_too | no dump: it writes the types of the operator itself
create operator class classes.right_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
update pg_amop set amoprighttype = 'bigint'::regtype
where amopfamily = (select oid from pg_opfamily where opfname = 'right_too');

--- members.operators.operator | classes.operator_too using btree | token: classes.operator_too
create operator class classes.operator_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
drop operator family classes.operator_too using btree cascade;
create operator class classes.operator_too for type int using btree as
  operator 1 >, function 1 btint4cmp(int, int);

--- members.functions | classes.more_functions using gist | token: classes.more_functions
create operator class classes.more_functions for type point using gist as
  function 1 gist_point_consistent(internal, point, smallint, oid, internal);
--- change
drop operator family classes.more_functions using gist cascade;
create operator class classes.more_functions for type point using gist as
  function 1 gist_point_consistent(internal, point, smallint, oid, internal),
  function 2 gist_box_union(internal, internal);

--- members.functions.number | classes.number_too using btree | token: classes.number_too
create operator class classes.number_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
update pg_amproc set amprocnum = 3
where amprocfamily = (select oid from pg_opfamily where opfname = 'number_too');

--- members.functions.left | classes.left_function_too using btree | token: classes.left_function_too
create operator class classes.left_function_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
update pg_amproc set amproclefttype = 'bigint'::regtype
where amprocfamily = (select oid from pg_opfamily where opfname = 'left_function_too');

--- members.functions.right | classes.right_function_too using btree | token: classes.right_function_too
create operator class classes.right_function_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
update pg_amproc set amprocrighttype = 'bigint'::regtype
where amprocfamily = (select oid from pg_opfamily where opfname = 'right_function_too');

--- members.functions.function | classes.function_too using btree | token: classes.function_too
create function classes.other(int, int) returns int language internal immutable strict
  as 'btint4cmp';
create operator class classes.function_too for type int using btree as
  operator 1 <, function 1 btint4cmp(int, int);
--- change
update pg_amproc set amproc = 'classes.other(int, int)'::regprocedure
where amprocfamily = (select oid from pg_opfamily where opfname = 'function_too');

--- members.functions.arguments | classes.arguments_too using btree | token: classes.arguments_too
create function classes.compare(int, int) returns int language internal immutable strict
  as 'btint4cmp';
create function classes.compare(int, bigint) returns int language internal immutable strict
  as 'btint48cmp';
create operator class classes.arguments_too for type int using btree as
  operator 1 <, function 1 classes.compare(int, int);
--- change
update pg_amproc set amproc = 'classes.compare(int, bigint)'::regprocedure
where amprocfamily = (select oid from pg_opfamily where opfname = 'arguments_too');
