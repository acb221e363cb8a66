CREATE TYPE s.soon;
