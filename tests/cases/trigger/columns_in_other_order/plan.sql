DROP TRIGGER note ON public.t;

CREATE TRIGGER note
    AFTER UPDATE OF a, b ON public.t
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.noted();
