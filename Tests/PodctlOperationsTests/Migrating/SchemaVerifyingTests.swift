import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Verifying migrations before a deploy")
struct SchemaVerifyingTests {
  private static let shows = "CREATE TABLE shows (n bigint NOT NULL PRIMARY KEY, name text);\n"
  private static let view = "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT name FROM shows;\n"

  @Test("good files pass every check, and the database beside it is not touched", arguments: TestDatabase.kinds)
  func good(_ kind: TestDatabase.Kind) throws {
    let hosts = """
      CREATE TABLE hosts (n bigint NOT NULL PRIMARY KEY, show bigint REFERENCES shows (n));
      -- podctl: verify: SELECT count(*) = 0 FROM hosts
      -- podctl: verify: SELECT n FROM hosts
      -- podctl: down
      DROP TABLE hosts;

      """
    let trial = try VerifyTrial(kind, ["0001_shows.sql": Self.shows, "0002_hosts.sql": hosts, "R_v.sql": Self.view])
    let checks = try trial.checks(base: ["0001_shows.sql": Self.shows])
    for name in SchemaCheck.Name.allCases where name != .isolation {
      #expect(checks[name]?.verdict == .passed, "\(name): \(checks[name]?.detail ?? "")")
    }
    // hosts: before its one statement, behind it, behind its row; the view has one statement more.
    #expect(checks[.kill]?.detail == "7 kills at each statement of 2 files, each followed by a run")
    #expect(checks[.promises]?.detail == "2 queries of 1 file held each time")
    let untouched = SchemaDrift(
      try trial.test.url, from: .folder("."), now: { FixedTime.now })
    #expect(try untouched.snapshot().objects.filter { $0.kind == .table } == [])
  }

  @Test("podctl's own pass", arguments: TestDatabase.kinds)
  func own(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    var verifying = try SchemaVerifying(
      beside: test.url, from: .embedded, ids: CountingIdentifiers(), now: { FixedTime.now })
    verifying.skipped = [.kill]
    let checks = try verifying.checks()
    for check in checks { #expect(check.verdict != .failed, "\(check.name): \(check.detail)") }
    let isolation = checks.first { $0.name == .isolation }
    #expect(isolation?.verdict == .passed)
    #expect(isolation?.detail.contains("no tenant reached another's rows") == true)
  }

  @Test("a file that cannot be applied is named, and nothing else is tried", arguments: TestDatabase.kinds)
  func broken(_ kind: TestDatabase.Kind) throws {
    let trial = try VerifyTrial(kind, ["0001_shows.sql": Self.shows, "0002_b.sql": "INSERT INTO nowhere VALUES (1);"])
    let checks = try trial.checks()
    #expect(checks[.empty]?.verdict == .failed)
    #expect(checks[.empty]?.file == "0002_b.sql")
    #expect(checks.values.filter { $0.verdict == .skipped }.count == checks.count - 1)
  }

  @Test("a promise that does not hold fails its file", arguments: TestDatabase.kinds)
  func promise(_ kind: TestDatabase.Kind) throws {
    let late = Self.shows + "INSERT INTO shows VALUES (7, 'a');\n-- podctl: verify: SELECT n FROM shows WHERE n > 0\n"
    let checks = try VerifyTrial(kind, ["0001_shows.sql": late]).checks()
    #expect(checks[.empty]?.verdict == .failed)
    #expect(checks[.empty]?.detail.contains("SELECT n FROM shows WHERE n > 0") == true)
  }

  @Test("a base whose upgrade ends elsewhere, or whose file was edited, is found", arguments: TestDatabase.kinds)
  func upgrade(_ kind: TestDatabase.Kind) throws {
    // The repeatable file made the table before; the versioned one, which would make it now, came too late for it.
    let now: KeyValuePairs = [
      "0001_shows.sql": Self.shows, "R_hosts.sql": "CREATE TABLE IF NOT EXISTS hosts (n bigint, name text);",
    ]
    let checks = try VerifyTrial(kind, now).checks(
      base: ["0001_shows.sql": Self.shows, "R_hosts.sql": "CREATE TABLE IF NOT EXISTS hosts (n bigint);"])
    #expect(checks[.upgrade]?.verdict == .failed)
    #expect(checks[.upgrade]?.detail.contains("column hosts.name") == true, "\(checks[.upgrade]?.detail ?? "")")
    let edited = try VerifyTrial(kind, now).checks(base: ["0001_shows.sql": "CREATE TABLE shows (n bigint);"])
    #expect(edited[.upgrade]?.verdict == .failed)
    #expect(edited[.upgrade]?.file == "0001_shows.sql")
    #expect(edited[.upgrade]?.detail.contains("was changed after it was applied") == true)
  }

  @Test("a section down that forgets something is found", arguments: TestDatabase.kinds)
  func down(_ kind: TestDatabase.Kind) throws {
    let forgetful = "CREATE TABLE a (n bigint);\nCREATE TABLE b (n bigint);\n-- podctl: down\nDROP TABLE b;\n"
    let checks = try VerifyTrial(kind, ["0001_shows.sql": Self.shows, "0002_ab.sql": forgetful]).checks(skip: [.kill])
    #expect(checks[.down]?.verdict == .failed)
    #expect(checks[.down]?.file == "0002_ab.sql")
    #expect(checks[.down]?.detail.contains("added table a") == true, "\(checks[.down]?.detail ?? "")")
    #expect(checks[.kill]?.verdict == .skipped)
  }

  @Test("indexes built concurrently are killed while they are built, too", .enabled(if: TestDatabase.hasPostgres))
  func concurrently() throws {
    let index = """
      -- podctl: transaction=none
      CREATE INDEX CONCURRENTLY shows_name ON shows (name);
      CREATE TABLE c (n bigint);
      DROP INDEX CONCURRENTLY shows_name;
      CREATE UNIQUE INDEX CONCURRENTLY shows_both ON shows (name, n);

      """
    let checks = try VerifyTrial(.postgres, ["0001_shows.sql": Self.shows, "0002_i.sql": index]).checks()
    #expect(checks[.kill]?.verdict == .passed, "\(checks[.kill]?.detail ?? "")")
    // shows: 3. The other: before, in and behind each index; before and behind the other two; at its end.
    #expect(checks[.kill]?.detail == "14 kills at each statement of 2 files, each followed by a run")
  }

  @Test("one that the server is to name is built twice after a kill, and found", .enabled(if: TestDatabase.hasPostgres))
  func nameless() throws {
    let index = "-- podctl: transaction=none\nCREATE INDEX CONCURRENTLY ON shows (name);\n"
    let checks = try VerifyTrial(.postgres, ["0001_shows.sql": Self.shows, "0002_i.sql": index]).checks()
    #expect(checks[.empty]?.verdict == .passed)
    #expect(checks[.kill]?.verdict == .failed)
    #expect(checks[.kill]?.detail.contains("index shows.shows_name_idx1") == true, "\(checks[.kill]?.detail ?? "")")
  }

  @Test("a given shadow database must be empty, and is again", .enabled(if: TestDatabase.hasPostgres))
  func given() throws {
    let trial = try VerifyTrial(
      .postgres,
      [
        "0001_shows.sql": Self.shows
          + "CREATE TYPE mood AS ENUM ('a');\nCREATE SCHEMA other;\nCREATE TABLE other.t ();",
        "0002_f.sql": "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';\nCREATE SEQUENCE s;",
      ])
    let other = try TestDatabase(.postgres, migrated: false)
    for _ in 0..<2 {
      let checks = try trial.checks(shadow: other.url)
      #expect(checks.values.allSatisfy { $0.verdict != .failed }, "\(checks)")
    }
    let left = try other.database.driver.execute(
      "SELECT (SELECT count(*) FROM pg_namespace WHERE nspname = 'other') + (SELECT count(*) FROM pg_type WHERE typname = 'mood') + (SELECT count(*) FROM pg_class WHERE relname IN ('s', 'shows')) AS n",
      [])
    #expect(try left.rows[0]["n"] == 0)
    try other.database.driver.script("CREATE TABLE precious (n bigint)")
    let error = #expect(throws: PodctlError.self) { _ = try trial.checks(shadow: other.url) }
    #expect(error?.code == .shadowNotEmpty)
    #expect(try other.database.driver.execute("SELECT count(*) AS n FROM precious", []).rows[0]["n"] == 0)
  }
}
