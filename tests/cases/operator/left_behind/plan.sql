CREATE FUNCTION pg_temp."public.<<<>>>"(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT true';

CREATE OPERATOR pg_temp.<<<>>># (
    FUNCTION = pg_temp."public.<<<>>>",
    LEFTARG = integer,
    RIGHTARG = integer,
    NEGATOR = OPERATOR(public.<<<>>>)
);

DROP OPERATOR pg_temp.<<<>>># (integer, integer);

DROP FUNCTION pg_temp."public.<<<>>>"(integer, integer);

CREATE FUNCTION pg_temp."s.!!!"(date) RETURNS boolean LANGUAGE sql AS 'SELECT true';

CREATE OPERATOR pg_temp.!!!# (
    FUNCTION = pg_temp."s.!!!",
    RIGHTARG = date,
    NEGATOR = OPERATOR(s.!!!)
);

DROP OPERATOR pg_temp.!!!# (NONE, date);

DROP FUNCTION pg_temp."s.!!!"(date);
