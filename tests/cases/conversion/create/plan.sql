CREATE DEFAULT CONVERSION s.to_latin FOR 'UTF8' TO 'LATIN1' FROM pg_catalog.utf8_to_iso8859_1;

COMMENT ON CONVERSION s.to_latin IS 'For old clients';
