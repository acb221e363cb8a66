CREATE TABLE event (id bigint, body text) WITH (fillfactor=80, user_catalog_table=true);
CREATE TABLE becomes_one (id bigint) WITH (user_catalog_table=true);
CREATE TABLE stays (id integer, more text) WITH (user_catalog_table=true);
CREATE TABLE above (id bigint);
CREATE TABLE below () INHERITS (above) WITH (user_catalog_table=on);
