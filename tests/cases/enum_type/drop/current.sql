CREATE TYPE state AS ENUM ('new', 'used');
CREATE TABLE t (s state);
