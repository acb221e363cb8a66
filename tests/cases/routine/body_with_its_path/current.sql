CREATE SCHEMA app;
CREATE TABLE app.item (id integer);
