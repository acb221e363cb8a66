CREATE EXTENSION postgres_fdw SCHEMA public;

CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db1');
