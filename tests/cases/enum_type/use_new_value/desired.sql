CREATE TYPE state AS ENUM ('new', 'draft');
CREATE TABLE t (s state DEFAULT 'draft'::state);
