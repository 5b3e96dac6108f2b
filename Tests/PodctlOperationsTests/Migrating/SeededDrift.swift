import PodctlStore
import PodctlTestSupport

/// Changes that hands have made to live schemas, each with the object by which drift must name it.
struct SeededDrift: Sendable, CustomStringConvertible {
  var sql: [String]
  var title: String
  var description: String { sql.joined(separator: "; ") }

  init(_ title: String, _ sql: String...) {
    self.title = title
    self.sql = sql
  }

  static let postgres: [SeededDrift] = [
    SeededDrift("column sponsors.website", "ALTER TABLE sponsors ALTER COLUMN website TYPE varchar(200)"),
    SeededDrift("column flights.goal", "ALTER TABLE flights ALTER COLUMN goal TYPE numeric"),
    SeededDrift("column tenants.status", "ALTER TABLE tenants ALTER COLUMN status SET DEFAULT 'archived'"),
    SeededDrift("column flights.window_days", "ALTER TABLE flights ALTER COLUMN window_days DROP DEFAULT"),
    SeededDrift("column users.name", "ALTER TABLE users ALTER COLUMN name SET DEFAULT 'x'"),
    SeededDrift("column campaigns.name", "ALTER TABLE campaigns ALTER COLUMN name DROP NOT NULL"),
    SeededDrift("column sponsors.contact_email", "ALTER TABLE sponsors ALTER COLUMN contact_email SET NOT NULL"),
    SeededDrift("column downloads.notes", "ALTER TABLE downloads ADD COLUMN notes text"),
    SeededDrift("column downloads.app", "ALTER TABLE downloads DROP COLUMN app"),
    SeededDrift("column spots.note", "ALTER TABLE spots RENAME COLUMN note TO remark"),
    SeededDrift("column podcasts.title", "ALTER TABLE podcasts ALTER COLUMN title TYPE text COLLATE \"C\""),
    SeededDrift("index downloads.downloads_by_household", "DROP INDEX downloads_by_household"),
    SeededDrift("index spots.spots_by_episode", "ALTER INDEX spots_by_episode RENAME TO spots_by_ep"),
    SeededDrift("index downloads.extra", "CREATE INDEX extra ON downloads (app)"),
    SeededDrift(
      "index downloads.downloads_by_household", "DROP INDEX downloads_by_household",
      "CREATE INDEX downloads_by_household ON downloads (tenant_id, household)"),
    SeededDrift(
      "index invoice_lines.invoice_lines_by_flight", "DROP INDEX invoice_lines_by_flight",
      "CREATE UNIQUE INDEX invoice_lines_by_flight ON invoice_lines (tenant_id, flight_id)"),
    SeededDrift("constraint flights.flights_dates", "ALTER TABLE flights DROP CONSTRAINT flights_dates"),
    SeededDrift(
      "constraint flights.flights_rate", "ALTER TABLE flights DROP CONSTRAINT flights_rate",
      "ALTER TABLE flights ADD CONSTRAINT flights_rate CHECK (rate_minor > 0)"),
    SeededDrift(
      "constraint flights.flights_rate", "ALTER TABLE flights DROP CONSTRAINT flights_rate",
      "ALTER TABLE flights ADD CONSTRAINT flights_rate CHECK (rate_minor >= 0) NOT VALID"),
    SeededDrift("constraint spots.spots_episode", "ALTER TABLE spots DROP CONSTRAINT spots_episode"),
    SeededDrift(
      "constraint spots.spots_episode", "ALTER TABLE spots DROP CONSTRAINT spots_episode",
      "ALTER TABLE spots ADD CONSTRAINT spots_episode FOREIGN KEY (tenant_id, episode_id) "
        + "REFERENCES episodes (tenant_id, episode_id) ON DELETE CASCADE"),
    SeededDrift("constraint sponsors.sponsors_slug", "ALTER TABLE sponsors DROP CONSTRAINT sponsors_slug"),
    SeededDrift(
      "constraint reports.reports_one", "ALTER TABLE reports ADD CONSTRAINT reports_one CHECK (revision > 0)"),
    SeededDrift("policy downloads.downloads_of_tenant", "DROP POLICY downloads_of_tenant ON downloads"),
    SeededDrift(
      "policy downloads.downloads_of_tenant", "ALTER POLICY downloads_of_tenant ON downloads USING (true)"),
    SeededDrift(
      "policy reports.reports_of_tenant", "ALTER POLICY reports_of_tenant ON reports WITH CHECK (true)"),
    SeededDrift("policy spots.open_door", "CREATE POLICY open_door ON spots FOR SELECT USING (true)"),
    SeededDrift("policy users.users_of_tenant", "ALTER POLICY users_of_tenant ON users TO CURRENT_USER"),
    SeededDrift("table downloads", "ALTER TABLE downloads DISABLE ROW LEVEL SECURITY"),
    SeededDrift("table coverage", "ALTER TABLE coverage NO FORCE ROW LEVEL SECURITY"),
    SeededDrift("table tenants", "ALTER TABLE tenants ENABLE ROW LEVEL SECURITY"),
    SeededDrift("table scratch", "CREATE TABLE scratch (n bigint)"),
    SeededDrift("table closed_lines", "DROP TABLE closed_lines"),
    SeededDrift("table rolling_requests", "ALTER TABLE rolling_requests SET (fillfactor = 70)"),
    SeededDrift("table runs", "ALTER TABLE runs SET UNLOGGED"),
    SeededDrift("grant downloads.PUBLIC", "GRANT SELECT ON downloads TO PUBLIC"),
    SeededDrift("grant users.PUBLIC", "GRANT UPDATE, DELETE ON users TO PUBLIC"),
    SeededDrift(
      "function twice(n bigint)",
      "CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT n * 2'"),
    SeededDrift("enum mood", "CREATE TYPE mood AS ENUM ('good', 'bad')"),
    SeededDrift("domain cents", "CREATE DOMAIN cents AS bigint CHECK (VALUE >= 0)"),
    SeededDrift("view newest", "CREATE VIEW newest AS SELECT max(day) AS day FROM downloads"),
    SeededDrift("sequence numbers", "CREATE SEQUENCE numbers START 5"),
    SeededDrift(
      "trigger spots.quiet", "CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
      "CREATE TRIGGER quiet BEFORE UPDATE ON spots FOR EACH ROW EXECUTE FUNCTION pass()"),
  ]

  static let sqlite: [SeededDrift] = [
    SeededDrift("column downloads.notes", "ALTER TABLE downloads ADD COLUMN notes text"),
    SeededDrift("column downloads.device", "ALTER TABLE downloads DROP COLUMN device"),
    SeededDrift("column spots.note", "ALTER TABLE spots RENAME COLUMN note TO remark"),
    SeededDrift("index downloads.downloads_by_household", "DROP INDEX downloads_by_household"),
    SeededDrift("index downloads.extra", "CREATE INDEX extra ON downloads (app)"),
    SeededDrift(
      "index downloads.downloads_by_household", "DROP INDEX downloads_by_household",
      "CREATE INDEX downloads_by_household ON downloads (tenant_id, household)"),
    SeededDrift("table scratch", "CREATE TABLE scratch (n bigint)"),
    SeededDrift("table closed_lines", "DROP TABLE closed_lines"),
    SeededDrift("view newest", "CREATE VIEW newest AS SELECT max(day) AS day FROM downloads"),
    SeededDrift(
      "trigger spots.quiet", "CREATE TRIGGER quiet AFTER UPDATE ON spots BEGIN SELECT 1; END"),
    // The same table without its CHECK, which only the table's text shows.
    SeededDrift(
      "table listener_counts", "DROP TABLE listener_counts",
      "CREATE TABLE listener_counts (tenant_id uuid NOT NULL, unit text NOT NULL, starts_on date NOT NULL, "
        + "podcast_id uuid NOT NULL, dimension text NOT NULL, value text NOT NULL, listeners bigint NOT NULL, "
        + "downloads bigint NOT NULL, "
        + "CONSTRAINT listener_counts_pk PRIMARY KEY (tenant_id, unit, starts_on, podcast_id, dimension, value))"),
  ]
}
