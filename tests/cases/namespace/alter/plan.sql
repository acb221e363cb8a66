COMMENT ON SCHEMA sales IS 'all that is sold';
