-- What the service "dataset" has written, in one transaction: where it fails, the database does not start.
\i /dataset/shop/forge.sql
