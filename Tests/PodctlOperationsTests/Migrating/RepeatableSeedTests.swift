import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Repeatable files that are not")
struct RepeatableSeedTests {
  /// A repeatable file that a second run makes another schema of, or cannot run, or that says of a table that is there
  /// already what is not so. `shows (n, name)` is there before it.
  static let everywhere = [
    "CREATE TABLE a (n bigint);",
    "ALTER TABLE shows ADD COLUMN host text;",
    "CREATE VIEW v AS SELECT n FROM shows;",
    "CREATE INDEX shows_name ON shows (name);",
    "DROP TABLE IF EXISTS a;\nCREATE TABLE a (n bigint);\nALTER TABLE a RENAME TO b;\nDROP INDEX i;",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY, name text, host text);",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY);",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY, name text NOT NULL);",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY, name text DEFAULT 'none');",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY, name integer);",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY, title text);",
    "CREATE TABLE IF NOT EXISTS \"shows\" (n bigint NOT NULL PRIMARY KEY, name text, \"Host\" text);",
    "INSERT INTO shows VALUES (1, 'a');",
    "ALTER TABLE shows RENAME COLUMN name TO title;",
    "CREATE UNIQUE INDEX u ON shows (name);",
    "CREATE TABLE b AS SELECT * FROM shows;",
    "ALTER TABLE shows ADD COLUMN host text DEFAULT 'none';",
    "ALTER TABLE shows DROP COLUMN name;",
    "ALTER TABLE shows RENAME TO programmes;",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY, name text, made text DEFAULT 'now');",
  ]

  static let postgres = [
    "CREATE TYPE mood AS ENUM ('a');",
    "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';",
    "CREATE SEQUENCE s;",
    "ALTER TABLE shows ADD CHECK (n > 0);",
    "CREATE INDEX ON shows (name);",
    "CREATE POLICY p ON shows USING (true);",
    "CREATE TABLE IF NOT EXISTS public.shows (n bigint NOT NULL PRIMARY KEY, name varchar(20));",
  ]

  @Test("each of the seeds is caught, with its file", arguments: TestDatabase.kinds)
  func seeds(_ kind: TestDatabase.Kind) throws {
    let seeds = Self.everywhere + (kind == .postgres ? Self.postgres : [])
    for seed in seeds {
      let trial = try VerifyTrial(
        kind, ["0001_shows.sql": "CREATE TABLE shows (n bigint NOT NULL PRIMARY KEY, name text);", "R_a.sql": seed])
      let checks = try trial.checks(skip: [.kill, .down, .upgrade])
      let found = [checks[.repeatable], checks[.empty]].compactMap { $0 }.first { $0.verdict == .failed }
      #expect(found?.file == "R_a.sql", "\(seed): \(checks[.repeatable]?.detail ?? "")")
    }
  }

  static let clean = [
    "DROP VIEW IF EXISTS v;\nCREATE VIEW v AS SELECT n FROM shows;",
    "CREATE INDEX IF NOT EXISTS shows_name ON shows (name);",
    "CREATE TABLE IF NOT EXISTS shows (n bigint NOT NULL PRIMARY KEY, name text);",
    "CREATE TABLE IF NOT EXISTS hosts (n bigint NOT NULL PRIMARY KEY, show bigint REFERENCES shows (n));",
    "DELETE FROM shows;\nINSERT INTO shows VALUES (1, 'a');",
    "DROP TABLE IF EXISTS a;\nCREATE TABLE a (n bigint);",
  ]

  @Test("files that are repeatable are let be", arguments: TestDatabase.kinds)
  func clean(_ kind: TestDatabase.Kind) throws {
    for text in Self.clean {
      let trial = try VerifyTrial(
        kind, ["0001_shows.sql": "CREATE TABLE shows (n bigint NOT NULL PRIMARY KEY, name text);", "R_a.sql": text])
      let checks = try trial.checks(skip: [.kill, .down, .upgrade])
      #expect(checks[.repeatable]?.verdict == .passed, "\(text): \(checks[.repeatable]?.detail ?? "")")
    }
  }
}
