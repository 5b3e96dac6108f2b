CREATE TABLE guests (
  guest_id bigint NOT NULL PRIMARY KEY,
  name text NOT NULL
);

-- podctl: down
DROP TABLE guests;
