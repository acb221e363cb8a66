ALTER DOMAIN public.d DROP CONSTRAINT d_low;

ALTER DOMAIN public.d SET DEFAULT 7;

-- sets_not_null: domain public.d: fails when a present row has no value
-- scans_table: domain public.d: reads the whole table under its lock
ALTER DOMAIN public.d SET NOT NULL;

-- needs_valid_data: constraint public.d.d_high: fails when a present row breaks the rule
-- scans_table: constraint public.d.d_high: reads the whole table under its lock
ALTER DOMAIN public.d ADD CONSTRAINT d_high CHECK (value < 100);

-- needs_valid_data: constraint public.d.d_low: fails when a present row breaks the rule
-- scans_table: constraint public.d.d_low: reads the whole table under its lock
ALTER DOMAIN public.d ADD CONSTRAINT d_low CHECK (value > 1);
