--- missing | spaces_missing
create schema spaces_missing;
--- change
drop schema spaces_missing;

--- exists | spaces_exists
--- change
create schema spaces_exists;
