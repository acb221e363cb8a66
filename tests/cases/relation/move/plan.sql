ALTER SEQUENCE app.customers_id_seq RENAME TO clients_id_seq;

ALTER INDEX app.by_name RENAME TO named;

ALTER TABLE app.customers RENAME TO clients;

CREATE SCHEMA archive;

ALTER TABLE app.clients SET SCHEMA archive;

ALTER TABLE app.orders SET SCHEMA archive;
