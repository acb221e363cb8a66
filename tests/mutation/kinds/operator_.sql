--- prelude
create schema operators;
create function operators.near(int, int) returns boolean language sql immutable as 'select true';
create function operators.far(int, int) returns boolean language sql immutable as 'select false';

--- missing | operators.~~!(integer, integer) | token: ~~!
create operator operators.~~! (function = operators.near, leftarg = int, rightarg = int);
--- change
drop operator operators.~~! (int, int);

--- exists | operators.~~@(integer, integer) | token: ~~@
--- change
create operator operators.~~@ (function = operators.near, leftarg = int, rightarg = int);

--- function | operators.~~#(integer, integer) | token: ~~#
create operator operators.~~# (function = operators.near, leftarg = int, rightarg = int);
--- change
drop operator operators.~~# (int, int);
create operator operators.~~# (function = operators.far, leftarg = int, rightarg = int);

--- commutator | operators.~~%(integer, integer) | token: ~~%
create operator operators.~~% (function = operators.near, leftarg = int, rightarg = int);
--- change
update pg_operator set oprcom = oid where oid = 'operators.~~%(int, int)'::regoperator;

--- negator | operators.~~^(integer, integer) | token: ~~^
create operator operators.~~^ (function = operators.near, leftarg = int, rightarg = int);
--- change
update pg_operator set oprnegate = '<>(int, int)'::regoperator
where oid = 'operators.~~^(int, int)'::regoperator;

--- restrict | operators.~~&(integer, integer) | token: ~~&
create operator operators.~~& (function = operators.near, leftarg = int, rightarg = int);
--- change
alter operator operators.~~& (int, int) set (restrict = eqsel);

--- join | operators.~~|(integer, integer) | token: ~~|
create operator operators.~~| (function = operators.near, leftarg = int, rightarg = int);
--- change
alter operator operators.~~| (int, int) set (join = eqjoinsel);

--- hashes | operators.~~`(integer, integer) | token: ~~`
create operator operators.~~` (function = operators.near, leftarg = int, rightarg = int,
  commutator = operator(operators.~~`));
--- change
update pg_operator set oprcanhash = true where oid = 'operators.~~`(int, int)'::regoperator;

--- merges | operators.~~?(integer, integer) | token: ~~?
create operator operators.~~? (function = operators.near, leftarg = int, rightarg = int,
  commutator = operator(operators.~~?));
--- change
update pg_operator set oprcanmerge = true where oid = 'operators.~~?(int, int)'::regoperator;
