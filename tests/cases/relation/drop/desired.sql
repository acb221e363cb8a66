CREATE TABLE kept (id serial);
