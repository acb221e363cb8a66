ALTER TYPE public.txt SET (SEND = public.txt_send, STORAGE = main);
