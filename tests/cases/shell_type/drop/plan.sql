DROP TYPE s.soon;
