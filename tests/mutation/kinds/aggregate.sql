--- prelude
create schema aggregates;
create function aggregates.add(int, int) returns int language sql immutable as 'select $1 + $2';
create function aggregates.add_too(int, int) returns int language sql immutable as 'select $1 + $2';
create function aggregates.take(int, int) returns int language sql immutable as 'select $1 - $2';
create function aggregates.take_too(int, int) returns int language sql immutable
  as 'select $1 - $2';
create function aggregates.finish(int) returns int language sql immutable as 'select $1';
create function aggregates.finish_too(int) returns int language sql immutable as 'select $1';
create function aggregates.finish_extra(int, int) returns int language sql immutable
  as 'select $1';

--- missing | aggregates.missing(integer) | token: aggregates.missing
create aggregate aggregates.missing(int) (sfunc = aggregates.add, stype = int);
--- change
drop aggregate aggregates.missing(int);

--- exists | aggregates.another(integer) | token: aggregates.another
--- change
create aggregate aggregates.another(int) (sfunc = aggregates.add, stype = int);

--- kind | aggregates.kind(integer) | token: aggregates.kind
create aggregate aggregates.kind(order by int) (sfunc = aggregates.add, stype = int);
--- change
update pg_aggregate set aggkind = 'h' where aggfnoid = 'aggregates.kind(int)'::regprocedure;

--- arguments | aggregates.arguments(integer) | token: aggregates.arguments
create aggregate aggregates.arguments(a int) (sfunc = aggregates.add, stype = int);
--- change
drop aggregate aggregates.arguments(a int);
create aggregate aggregates.arguments(b int) (sfunc = aggregates.add, stype = int);

--- arguments.name | aggregates.names(integer) | token: aggregates.names
create aggregate aggregates.names(a int) (sfunc = aggregates.add, stype = int);
--- change
drop aggregate aggregates.names(a int);
create aggregate aggregates.names(int) (sfunc = aggregates.add, stype = int);

--- direct_arguments | aggregates.direct(integer, integer) | token: aggregates.direct
create function aggregates.first(int, int, int) returns int language sql immutable as 'select $1';
create function aggregates.second(int, int) returns int language sql immutable as 'select $1';
create aggregate aggregates.direct(int order by int) (sfunc = aggregates.add, stype = int);
--- change
update pg_aggregate set aggnumdirectargs = 0
where aggfnoid = 'aggregates.direct(int, int)'::regprocedure;

--- state_function | aggregates.state_function(integer) | token: aggregates.state_function
create aggregate aggregates.state_function(int) (sfunc = aggregates.add, stype = int);
--- change
drop aggregate aggregates.state_function(int);
create aggregate aggregates.state_function(int) (sfunc = aggregates.add_too, stype = int);

--- state_type | aggregates.state_type(integer) | token: aggregates.state_type
create aggregate aggregates.state_type(int) (sfunc = aggregates.add, stype = int);
--- change
update pg_aggregate set aggtranstype = 'bigint'::regtype
where aggfnoid = 'aggregates.state_type(int)'::regprocedure;

--- state_space | aggregates.state_space(integer) | token: aggregates.state_space
create aggregate aggregates.state_space(int) (sfunc = aggregates.add, stype = int);
--- change
drop aggregate aggregates.state_space(int);
create aggregate aggregates.state_space(int) (sfunc = aggregates.add, stype = int, sspace = 64);

--- final_function | aggregates.final_function(integer) | token: aggregates.final_function
create aggregate aggregates.final_function(int) (sfunc = aggregates.add, stype = int, finalfunc = aggregates.finish);
--- change
drop aggregate aggregates.final_function(int);
create aggregate aggregates.final_function(int) (sfunc = aggregates.add, stype = int, finalfunc = aggregates.finish_too);

--- final_extra | aggregates.final_extra(integer) | token: aggregates.final_extra
create aggregate aggregates.final_extra(int) (sfunc = aggregates.add, stype = int, finalfunc = aggregates.finish);
--- change
update pg_aggregate set aggfinalextra = true
where aggfnoid = 'aggregates.final_extra(int)'::regprocedure;

--- final_modify | aggregates.final_modify(integer) | token: aggregates.final_modify
create aggregate aggregates.final_modify(int) (sfunc = aggregates.add, stype = int, finalfunc = aggregates.finish);
--- change
drop aggregate aggregates.final_modify(int);
create aggregate aggregates.final_modify(int) (sfunc = aggregates.add, stype = int, finalfunc = aggregates.finish, finalfunc_modify = shareable);

--- combine_function | aggregates.combine(integer) | token: aggregates.combine
create aggregate aggregates.combine(int) (sfunc = aggregates.add, stype = int);
--- change
drop aggregate aggregates.combine(int);
create aggregate aggregates.combine(int) (sfunc = aggregates.add, stype = int, combinefunc = aggregates.add);

--- serialize_function | aggregates.serialize_function(numeric) | token: aggregates.serialize_function
create aggregate aggregates.serialize_function(numeric) (sfunc = numeric_accum, stype = internal, finalfunc = numeric_avg, combinefunc = numeric_combine, serialfunc = numeric_serialize, deserialfunc = numeric_deserialize);
--- change
update pg_aggregate set aggserialfn = 'numeric_avg_serialize'::regproc
where aggfnoid = 'aggregates.serialize_function(numeric)'::regprocedure;

--- deserialize_function | aggregates.deserialize_function(numeric) | token: aggregates.deserialize_function
create aggregate aggregates.deserialize_function(numeric) (sfunc = numeric_accum, stype = internal, finalfunc = numeric_avg, combinefunc = numeric_combine, serialfunc = numeric_serialize, deserialfunc = numeric_deserialize);
--- change
update pg_aggregate set aggdeserialfn = 'numeric_avg_deserialize'::regproc
where aggfnoid = 'aggregates.deserialize_function(numeric)'::regprocedure;

--- initial_condition | aggregates.initial(integer) | token: aggregates.initial
create aggregate aggregates.initial(int) (sfunc = aggregates.add, stype = int, initcond = '0');
--- change
drop aggregate aggregates.initial(int);
create aggregate aggregates.initial(int) (sfunc = aggregates.add, stype = int, initcond = '1');

--- moving_state_function | aggregates.moving_state(integer) | token: aggregates.moving_state
create aggregate aggregates.moving_state(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int);
--- change
drop aggregate aggregates.moving_state(int);
create aggregate aggregates.moving_state(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add_too, minvfunc = aggregates.take, mstype = int);

--- moving_inverse_function | aggregates.moving_inverse(integer) | token: aggregates.moving_inverse
create aggregate aggregates.moving_inverse(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int);
--- change
drop aggregate aggregates.moving_inverse(int);
create aggregate aggregates.moving_inverse(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take_too, mstype = int);

--- moving_state_type | aggregates.moving_type(integer) | token: aggregates.moving_type
create aggregate aggregates.moving_type(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int);
--- change
update pg_aggregate set aggmtranstype = 'bigint'::regtype
where aggfnoid = 'aggregates.moving_type(int)'::regprocedure;

--- moving_state_space | aggregates.moving_space(integer) | token: aggregates.moving_space
create aggregate aggregates.moving_space(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int);
--- change
drop aggregate aggregates.moving_space(int);
create aggregate aggregates.moving_space(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, msspace = 64);

--- moving_final_function | aggregates.moving_final(integer) | token: aggregates.moving_final
create aggregate aggregates.moving_final(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, mfinalfunc = aggregates.finish);
--- change
drop aggregate aggregates.moving_final(int);
create aggregate aggregates.moving_final(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, mfinalfunc = aggregates.finish_too);

--- moving_final_extra | aggregates.moving_extra(integer) | token: aggregates.moving_extra
create aggregate aggregates.moving_extra(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, mfinalfunc = aggregates.finish);
--- change
update pg_aggregate set aggmfinalextra = true
where aggfnoid = 'aggregates.moving_extra(int)'::regprocedure;

--- moving_final_modify | aggregates.moving_modify(integer) | token: aggregates.moving_modify
create aggregate aggregates.moving_modify(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, mfinalfunc = aggregates.finish);
--- change
drop aggregate aggregates.moving_modify(int);
create aggregate aggregates.moving_modify(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, mfinalfunc = aggregates.finish, mfinalfunc_modify = shareable);

--- moving_initial_condition | aggregates.moving_initial(integer) | token: aggregates.moving_initial
create aggregate aggregates.moving_initial(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, minitcond = '0');
--- change
drop aggregate aggregates.moving_initial(int);
create aggregate aggregates.moving_initial(int) (sfunc = aggregates.add, stype = int, msfunc = aggregates.add, minvfunc = aggregates.take, mstype = int, minitcond = '1');

--- sort_operator | aggregates.sorted(integer) | token: aggregates.sorted
create aggregate aggregates.sorted(int) (sfunc = int4larger, stype = int, sortop = >);
--- change
drop aggregate aggregates.sorted(int);
create aggregate aggregates.sorted(int) (sfunc = int4larger, stype = int, sortop = <);

--- parallel | aggregates.parallel(integer) | token: aggregates.parallel
create aggregate aggregates.parallel(int) (sfunc = aggregates.add, stype = int);
--- change
drop aggregate aggregates.parallel(int);
create aggregate aggregates.parallel(int) (sfunc = aggregates.add, stype = int, parallel = safe);

--- arguments.mode | aggregates.modes(integer[]) | token: aggregates.modes
create function aggregates.add_all(int, int[]) returns int language sql immutable as 'select $1';
create aggregate aggregates.modes(int[]) (sfunc = aggregates.add_all, stype = int);
--- change
drop aggregate aggregates.modes(int[]);
create aggregate aggregates.modes(variadic int[]) (sfunc = aggregates.add_all, stype = int);
