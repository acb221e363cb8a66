ALTER TABLE public.document DROP CONSTRAINT document_folder_id_fkey;

ALTER TABLE public.folder DROP CONSTRAINT folder_parent_id_fkey;

-- rewrites_table: column public.account.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.account ALTER COLUMN id TYPE bigint;

-- rewrites_table: column public.document.folder_id: rewrites the table while nobody can read or write it (text to integer)
-- narrows_type: column public.document.folder_id: changes to a type that can't hold every present value (text to integer)
ALTER TABLE public.document ALTER COLUMN folder_id TYPE integer USING folder_id::integer;

-- rewrites_table: column public.folder.id: rewrites the table while nobody can read or write it (text to integer)
-- narrows_type: column public.folder.id: changes to a type that can't hold every present value (text to integer)
ALTER TABLE public.folder ALTER COLUMN id TYPE integer USING id::integer;

-- rewrites_table: column public.folder.parent_id: rewrites the table while nobody can read or write it (text to integer)
-- narrows_type: column public.folder.parent_id: changes to a type that can't hold every present value (text to integer)
ALTER TABLE public.folder ALTER COLUMN parent_id TYPE integer USING parent_id::integer;

-- rewrites_table: column public.login.account_id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.login ALTER COLUMN account_id TYPE bigint;

-- needs_valid_data: constraint public.document.document_folder_id_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.document.document_folder_id_fkey: reads the whole table under its lock
ALTER TABLE public.document ADD CONSTRAINT document_folder_id_fkey FOREIGN KEY (folder_id) REFERENCES public.folder (id) ON DELETE CASCADE;

-- needs_valid_data: constraint public.folder.folder_parent_id_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.folder.folder_parent_id_fkey: reads the whole table under its lock
ALTER TABLE public.folder ADD CONSTRAINT folder_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.folder (id);
