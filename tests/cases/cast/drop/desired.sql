CREATE TYPE mood AS ENUM ('low', 'high');
