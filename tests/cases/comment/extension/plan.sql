COMMENT ON EXTENSION pg_trgm IS 'other';
