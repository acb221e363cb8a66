ALTER VIEW public.v SET (security_invoker='true');

ALTER VIEW public.v RESET (security_barrier);
