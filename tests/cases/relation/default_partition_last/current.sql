CREATE TABLE a_other (a integer);
