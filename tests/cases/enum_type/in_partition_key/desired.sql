CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE m (a mood) PARTITION BY LIST (a);
