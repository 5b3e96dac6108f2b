-- part tells the downloads of one listener on one day apart: with rolling windows the day on which clocks go back has
-- room for two. imported rows are downloads that others counted.
-- podctl: allow=S117 -- the key takes one column more before any release has filled the table
ALTER TABLE downloads
  ADD COLUMN part bigint NOT NULL DEFAULT 0,
  ADD COLUMN provenance text NOT NULL DEFAULT 'counted',
  ADD COLUMN device text,
  ADD COLUMN country text,
  DROP CONSTRAINT downloads_pk,
  ADD CONSTRAINT downloads_pk PRIMARY KEY (tenant_id, day, episode_id, listener, part);
