--- missing | published_missing in schema_publishing | token: published_missing | since: 15
create schema published_missing;
create publication schema_publishing for tables in schema published_missing;
--- change
alter publication schema_publishing drop tables in schema published_missing;

--- exists | published_another in schema_publishing_too | token: published_another | since: 15
create schema published_another;
create publication schema_publishing_too;
--- change
alter publication schema_publishing_too add tables in schema published_another;
