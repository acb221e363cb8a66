CREATE TABLE event (id integer, body text) WITH (fillfactor=70, user_catalog_table=true);
CREATE TABLE becomes_one (id integer);
CREATE TABLE stays (id integer) WITH (user_catalog_table=true);
CREATE TABLE above (id integer);
CREATE TABLE below () INHERITS (above) WITH (user_catalog_table=on);
