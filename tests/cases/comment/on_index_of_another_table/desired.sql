CREATE TABLE volume (id integer, CONSTRAINT its_key PRIMARY KEY (id));
COMMENT ON INDEX its_key IS 'the index';
COMMENT ON CONSTRAINT its_key ON volume IS 'the key';
