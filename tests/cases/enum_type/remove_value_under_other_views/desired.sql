CREATE TYPE mood AS ENUM ('sad', 'happy', 'angry');
CREATE TABLE person (name text, mood mood);
CREATE VIEW mood_now AS SELECT mood FROM person;
CREATE VIEW shown AS SELECT mood FROM mood_now;
