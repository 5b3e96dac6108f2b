DROP VIEW IF EXISTS guest_names;
CREATE VIEW guest_names AS SELECT name FROM guests;
