import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("A section of another tool that undoes a file is not run")
struct ForeignDownTests {
  /// Marks as the tools' own pages write them, and as people do.
  static let marks: [(mark: String, owner: String)] = [
    ("-- migrate:down", "dbmate's"), ("--migrate:down", "dbmate's"), ("-- migrate:down transaction:false", "dbmate's"),
    ("  --\tMIGRATE: Down  ", "dbmate's"), ("-- +goose Down", "goose's"), ("--+goose down", "goose's"),
    ("-- +goose  Down -- all of it", "goose's"), ("-- +migrate Down", "sql-migrate's"),
    ("-- +migrate Down notransaction", "sql-migrate's"), ("-- +micrate Down", "micrate's"),
    ("-- rambler down", "rambler's"), ("-- Down Migration", "node-pg-migrate's"),
    ("---- down  migration ----", "node-pg-migrate's"), ("-- Down Migration: the index goes", "node-pg-migrate's"),
    ("# --- !Downs", "Play's"), ("#--- !Downs", "Play's"), ("# !Downs", "Play's"), ("-- !Downs", "Play's"),
    ("--- !downs", "Play's"), ("-- //@UNDO", "MyBatis's"), ("-- // @Undo", "MyBatis's"), ("--//@undo", "MyBatis's"),
    ("---- create above / drop below ----", "tern's"), ("-- down.sql --", "Atlas's"), ("-- Down", "another tool's"),
    ("-- ==== DOWN ====", "another tool's"), ("--down", "another tool's"), ("-- [undo]", "another tool's"),
    ("-- @DOWN", "another tool's"), ("-- Migrate down", "another tool's"), ("-- Podctl: Down", "podctl's"),
    ("-- podctl down", "podctl's"),
  ]

  @Test("whatever the tool, by line and by name, before anything has run", arguments: TestDatabase.kinds)
  func refused(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    try trial.run("CREATE TABLE reader (n int)")
    try trial.run("INSERT INTO reader VALUES (1)")
    for (mark, owner) in Self.marks {
      let text = "CREATE TABLE IF NOT EXISTS shelf (n int);\n\n\(mark)\nDROP TABLE reader;\nDROP TABLE shelf;\n"
      let error = MigrationTrial.error {
        _ = try trial.up(["0001_first.sql": "CREATE TABLE a (n int);", "0002_b.sql": text])
      }
      let column = mark.prefix { $0 == " " }.count + 1
      #expect(error?.code == .migrationInvalid, "\(mark)")
      #expect(
        error?.message.hasPrefix("0002_b.sql, line 3, column \(column): ") == true, "\(mark): \(error?.message ?? "")")
      #expect(error?.message.contains(owner) == true, "\(mark): \(error?.message ?? "")")
      #expect(error?.hint?.contains("-- podctl: down") == true)
      let plan = MigrationTrial.error { _ = try trial.runner(["0002_b.sql": text]).plan() }
      #expect(plan?.message == error?.message)
    }
    #expect(try trial.number("SELECT count(*) FROM reader") == 1)
    #expect(MigrationTrial.error { _ = try trial.number("SELECT count(*) FROM a") } != nil)
  }

  @Test("inside of a statement too, and where nothing stands before it", arguments: TestDatabase.kinds)
  func anywhere(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    for text in [
      "CREATE TABLE a (n int)\n-- migrate:down\n; DROP TABLE a;", "SELECT 1\n-- +goose Down\n+ 1;",
      "-- migrate:down\nSELECT 1;", "\u{FEFF}-- migrate:up\r\nSELECT 1;\r\n-- migrate:down\r\nSELECT 2",
      "-- Up Migration\nSELECT 1;\n-- Down migration drops it\nSELECT 2;",
    ] {
      let error = MigrationTrial.error { _ = try trial.up(["0001_a.sql": text]) }
      #expect(error?.code == .migrationInvalid && error?.message.contains("section down") == true, "\(text)")
    }
  }

  @Test(
    "what only speaks of such a section, or stands in a text, is none", arguments: TestDatabase.kinds,
    [
      "-- migrate:up\nSELECT 1;\n-- migrate:down\n", "SELECT 1;\n-- +goose Down\n\n-- nothing to undo\n;\n",
      "-- see migrate:down below\nSELECT 1;", "-- Down migration is not supported here\nSELECT 1;",
      "-- migrate:down, dbmate's word, is not ours\nSELECT 1;", "-- the down migration\nSELECT 1;",
      "-- migrate:downtown\nSELECT 1;", "-- +goose Downstream\nSELECT 1;", "-- down the road\nSELECT 1;",
      "-- downloads\nSELECT 1;", "--rollback DROP TABLE x;\nSELECT 1;", "--rollback\nSELECT 1;",
      "SELECT '\n-- migrate:down\n', 1;\nSELECT 2;", "/*\n-- migrate:down\n*/\nSELECT 1;",
      "SELECT 1; -- down\nSELECT 2; -- migrate:down\nSELECT 3;", "SELECT 1 AS up,\n  -- down\n  2 AS down;",
      "-- migrate:down\n-- podctl: down\nSELECT 1;", "SELECT 1;\n-- podctl: down\n-- migrate:down\nSELECT 2;",
      "CREATE VIEW v AS SELECT 1 AS \"\n-- migrate:down\n\";\nDROP VIEW v;",
    ])
  func prose(_ kind: TestDatabase.Kind, _ text: String) throws {
    #expect(try MigrationTrial(kind).up(["0001_a.sql": text]) == ["0001_a"], "\(text)")
  }

  @Test("nor is what stands in a body in dollars")
  func dollars() throws {
    let text = "DO $body$ BEGIN\n-- migrate:down\nPERFORM 1; END $body$;\nSELECT 1;"
    #expect(try MigrationTrial(.postgres).up(["0001_a.sql": text]) == ["0001_a"])
  }

  @Test("lint says it once, at the mark, for either database", arguments: [[], [.sqlite]] as [[MigrationVariant]])
  func lint(_ variants: [MigrationVariant]) throws {
    let text = "CREATE TABLE a (n bigint);\n-- +goose Down\nSELECT 1;\nSELECT 2;\n"
    let found = try SchemaLinter(variants).findings([.init(name: "0001_a.sql", bytes: Array(text.utf8))])
      .filter { $0.rule == "S157" }
    #expect(found.map { "\($0.line):\($0.column) \($0.level.rawValue)" } == ["2:1 error"])
    #expect(found.first?.message.contains("goose's") == true)
    let harmless = "CREATE TABLE a (n bigint);\n-- +goose Down\n"
    #expect(
      try !SchemaLinter(variants).findings([.init(name: "0001_a.sql", bytes: Array(harmless.utf8))])
        .contains { $0.rule == "S157" })
  }
}
