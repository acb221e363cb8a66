CREATE TYPE state AS ENUM ('new');
CREATE TABLE t (s state DEFAULT 'new'::state);
