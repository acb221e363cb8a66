ALTER FOREIGN DATA WRAPPER plain OPTIONS (ADD dbname 'shop', SET host 'b', DROP port);
