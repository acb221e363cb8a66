CREATE TABLE folder (id integer PRIMARY KEY, parent_id integer REFERENCES folder);
CREATE TABLE document (id integer PRIMARY KEY, folder_id integer REFERENCES folder ON DELETE CASCADE);
CREATE TABLE account (id bigint PRIMARY KEY);
CREATE TABLE login (account_id bigint REFERENCES account);
