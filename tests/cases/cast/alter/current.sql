CREATE TYPE mood AS ENUM ('low', 'high');
CREATE CAST (text AS mood) WITH INOUT;
