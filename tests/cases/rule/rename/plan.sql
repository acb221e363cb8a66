ALTER RULE quiet ON public.log RENAME TO silent;
