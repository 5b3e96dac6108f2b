-- part tells the downloads of one listener on one day apart: with rolling windows the day on which clocks go back has
-- room for two. imported rows are downloads that others counted. SQLite changes no key, so the table is made anew.
CREATE TABLE downloads_of_windows (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  listener bytea NOT NULL,
  part bigint NOT NULL DEFAULT 0,
  household bytea NOT NULL,
  at timestamptz NOT NULL,
  lines bigint NOT NULL,
  provenance text NOT NULL DEFAULT 'counted',
  app text,
  device text,
  country text,
  CONSTRAINT downloads_pk PRIMARY KEY (tenant_id, day, episode_id, listener, part)
);
INSERT INTO downloads_of_windows (tenant_id, day, episode_id, listener, household, at, lines, app)
SELECT tenant_id, day, episode_id, listener, household, at, lines, app FROM downloads;
DROP TABLE downloads;
ALTER TABLE downloads_of_windows RENAME TO downloads;
CREATE INDEX downloads_by_household ON downloads (tenant_id, household, at);
