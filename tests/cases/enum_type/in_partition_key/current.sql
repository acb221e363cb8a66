CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE m (a mood) PARTITION BY LIST (a);
