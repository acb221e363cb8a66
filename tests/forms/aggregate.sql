-- form: CREATE AGGREGATE name (arguments) (SFUNC, STYPE)
CREATE AGGREGATE x(int) (SFUNC = int4pl, STYPE = int);
CREATE AGGREGATE y(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
-- form: CREATE AGGREGATE name (names, VARIADIC)
CREATE FUNCTION step(int, int[]) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE AGGREGATE x(IN a int) (SFUNC = int4pl, STYPE = int);
CREATE AGGREGATE y(VARIADIC b int[]) (SFUNC = step, STYPE = int);
-- form: CREATE AGGREGATE with all options
CREATE AGGREGATE x(float8) (SFUNC = float8_accum, STYPE = float8[], SSPACE = 24, FINALFUNC = float8_avg, FINALFUNC_MODIFY = READ_WRITE,
  COMBINEFUNC = float8_combine, INITCOND = '{0,0,0}', PARALLEL = SAFE);
-- form: CREATE AGGREGATE with a moving state
CREATE AGGREGATE x(int8) (SFUNC = int8pl, STYPE = int8, INITCOND = '0', MSFUNC = int8pl, MINVFUNC = int8mi, MSTYPE = int8, MSSPACE = 8,
  MFINALFUNC_MODIFY = SHAREABLE, MINITCOND = '0');
-- form: CREATE AGGREGATE with SERIALFUNC, DESERIALFUNC
CREATE AGGREGATE x(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg, COMBINEFUNC = numeric_avg_combine,
  SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize, PARALLEL = RESTRICTED);
-- form: CREATE AGGREGATE SORTOP
CREATE AGGREGATE x(int) (SFUNC = int4larger, STYPE = int, SORTOP = >);
CREATE AGGREGATE y(text) (SFUNC = text_smaller, STYPE = text, SORTOP = OPERATOR(pg_catalog.<));
-- form: CREATE AGGREGATE (ORDER BY)
CREATE AGGREGATE x(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA = true);
CREATE AGGREGATE y(ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA);
-- form: CREATE AGGREGATE (VARIADIC ORDER BY VARIADIC) HYPOTHETICAL
CREATE AGGREGATE x(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
-- form: CREATE OR REPLACE AGGREGATE
CREATE AGGREGATE x(int) (SFUNC = int4pl, STYPE = int);
CREATE OR REPLACE AGGREGATE x(int) (SFUNC = int4larger, STYPE = int, INITCOND = '-5');
-- form: CREATE AGGREGATE in the old syntax
CREATE AGGREGATE x (BASETYPE = int, SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE AGGREGATE y (BASETYPE = 'ANY', SFUNC = int8inc, STYPE = int8, INITCOND = '0');
-- form: CREATE AGGREGATE of several arguments
CREATE FUNCTION step(int, int, text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE AGGREGATE x(int, text) (SFUNC = step, STYPE = int);
COMMENT ON AGGREGATE x(int, text) IS 'x';
