CREATE TABLE folder (id text PRIMARY KEY, parent_id text REFERENCES folder);
CREATE TABLE document (id integer PRIMARY KEY, folder_id text REFERENCES folder ON DELETE CASCADE);
CREATE TABLE account (id integer PRIMARY KEY);
CREATE TABLE login (account_id integer REFERENCES account);
