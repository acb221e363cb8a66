DROP CONVERSION s.to_latin;
