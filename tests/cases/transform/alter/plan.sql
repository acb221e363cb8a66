CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sample (FROM SQL WITH FUNCTION pg_catalog.textlike_support(internal), TO SQL WITH FUNCTION pg_catalog.int4recv(internal));
