CREATE TYPE state AS ENUM ('open', 'done');
CREATE SEQUENCE numbers;
CREATE TABLE task (id bigint, title text, state state, due date);
CREATE VIEW kept AS SELECT id, title, state FROM task;
ALTER VIEW kept ALTER COLUMN id SET DEFAULT nextval('numbers'), ALTER state SET DEFAULT 'open';
CREATE VIEW widened AS SELECT id FROM task;
ALTER VIEW widened ALTER id SET DEFAULT 7;
CREATE VIEW made_anew AS SELECT id, title FROM task;
ALTER VIEW made_anew ALTER title SET DEFAULT 'none';
