CREATE TABLE p (a integer DEFAULT 5);
CREATE TABLE c (b text);
