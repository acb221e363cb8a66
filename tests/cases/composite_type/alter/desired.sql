CREATE TYPE pair AS (a bigint, c date, d boolean);
