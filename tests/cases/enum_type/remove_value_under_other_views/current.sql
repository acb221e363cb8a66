CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE person (name text, mood mood);
CREATE VIEW mood_before AS SELECT mood FROM person;
CREATE VIEW shown AS SELECT mood FROM mood_before;
