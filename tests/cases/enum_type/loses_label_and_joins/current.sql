CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE parent (id integer, m mood) PARTITION BY LIST (id);
CREATE TABLE part (id integer, m mood DEFAULT 'ok');
