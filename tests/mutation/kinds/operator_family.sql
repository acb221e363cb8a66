--- prelude
create schema families;
create operator family families.by_float using btree;

--- missing | families.missing using btree | token: families.missing
create operator family families.missing using btree;
--- change
drop operator family families.missing using btree;

--- exists | families.another using hash | token: families.another
--- change
create operator family families.another using hash;

--- members | families.members using btree | token: families.members
create operator family families.members using btree;
--- change
alter operator family families.members using btree add operator 1 < (int4, int8);

--- members.operators | families.more using btree | token: families.more
create operator family families.more using btree;
alter operator family families.more using btree add operator 1 < (int4, int8);
--- change
alter operator family families.more using btree add operator 3 = (int4, int8);

--- members.operators.strategy | families.strategy using btree | token: families.strategy
create operator family families.strategy using btree;
alter operator family families.strategy using btree add operator 1 < (int4, int8);
--- change
alter operator family families.strategy using btree drop operator 1 (int4, int8);
alter operator family families.strategy using btree add operator 2 < (int4, int8);

--- members.operators.left | families.left_type using btree | token: families.left_type | no dump: it writes the types of the operator itself
create operator family families.left_type using btree;
alter operator family families.left_type using btree add operator 1 < (int4, int8);
--- change
update pg_amop set amoplefttype = 'int2'::regtype
where amopfamily = (select oid from pg_opfamily where opfname = 'left_type');

--- members.operators.right | families.right_type using btree | token: families.right_type | no dump: it writes the types of the operator itself
create operator family families.right_type using btree;
alter operator family families.right_type using btree add operator 1 < (int4, int8);
--- change
update pg_amop set amoprighttype = 'int2'::regtype
where amopfamily = (select oid from pg_opfamily where opfname = 'right_type');

--- members.operators.operator | families.operator using btree | token: families.operator
create operator family families.operator using btree;
alter operator family families.operator using btree add operator 1 < (int4, int8);
--- change
alter operator family families.operator using btree drop operator 1 (int4, int8);
alter operator family families.operator using btree add operator 1 > (int4, int8);

--- members.operators.order_by | families.sorting using gist | token: families.sorting
create operator family families.sorting using gist;
alter operator family families.sorting using gist
  add operator 15 <-> (point, point) for order by float_ops;
--- change
alter operator family families.sorting using gist drop operator 15 (point, point);
alter operator family families.sorting using gist
  add operator 15 <-> (point, point) for order by families.by_float;

--- members.functions | families.functions using btree | token: families.functions
create operator family families.functions using btree;
--- change
alter operator family families.functions using btree
  add function 1 (int4, int8) btint48cmp(int4, int8);

--- members.functions.number | families.number using btree | token: families.number
create operator family families.number using btree;
alter operator family families.number using btree
  add function 1 (int4, int8) btint48cmp(int4, int8);
--- change
update pg_amproc set amprocnum = 3
where amprocfamily = (select oid from pg_opfamily where opfname = 'number');

--- members.functions.left | families.left_function using btree | token: families.left_function
create operator family families.left_function using btree;
alter operator family families.left_function using btree
  add function 1 (int4, int8) btint48cmp(int4, int8);
--- change
update pg_amproc set amproclefttype = 'int2'::regtype
where amprocfamily = (select oid from pg_opfamily where opfname = 'left_function');

--- members.functions.right | families.right_function using btree | token: families.right_function
create operator family families.right_function using btree;
alter operator family families.right_function using btree
  add function 1 (int4, int8) btint48cmp(int4, int8);
--- change
update pg_amproc set amprocrighttype = 'int2'::regtype
where amprocfamily = (select oid from pg_opfamily where opfname = 'right_function');

--- members.functions.function | families.function using btree | token: families.function
create operator family families.function using btree;
create function families.other(int4, int8) returns int language internal immutable strict
  as 'btint48cmp';
alter operator family families.function using btree
  add function 1 (int4, int8) btint48cmp(int4, int8);
--- change
alter operator family families.function using btree drop function 1 (int4, int8);
alter operator family families.function using btree
  add function 1 (int4, int8) families.other(int4, int8);

--- members.functions.arguments | families.arguments using btree | token: families.arguments
create operator family families.arguments using btree;
create function families.compare(int4, int8) returns int language internal immutable strict
  as 'btint48cmp';
create function families.compare(int8, int4) returns int language internal immutable strict
  as 'btint84cmp';
alter operator family families.arguments using btree
  add function 1 (int4, int8) families.compare(int4, int8);
--- change
update pg_amproc set amproc = 'families.compare(int8, int4)'::regprocedure
where amprocfamily = (select oid from pg_opfamily where opfname = 'arguments');
