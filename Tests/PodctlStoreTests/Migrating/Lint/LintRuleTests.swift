import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Lint finds what is dangerous and leaves alone what is not")
struct LintRuleTests {
  /// Findings of the last of the sample's files.
  private func findings(_ text: String, name: String = "0002_change.sql", _ dialect: Dialect = .postgres) throws
    -> [LintFinding]
  {
    let texts = text.split(separator: "\n---\n", omittingEmptySubsequences: false)
    let inputs = texts.enumerated().map { index, text in
      SchemaLinter.Input(name: index == texts.count - 1 ? name : "0001_before\(index).sql", bytes: Array(text.utf8))
    }
    return try SchemaLinter(dialect == .sqlite ? [.sqlite] : []).findings(inputs).filter { $0.file == name }
  }

  @Test("each rule finds its bad example", arguments: LintSample.all)
  func bad(_ sample: LintSample) throws {
    let rules = try findings(sample.bad, name: sample.name).map(\.rule)
    #expect(rules.contains(sample.rule), "found \(rules) in: \(sample.bad)")
  }

  @Test("no rule at all complains of a good example as an error or a warning of its own", arguments: LintSample.all)
  func good(_ sample: LintSample) throws {
    let found = try findings(sample.good, name: sample.name).filter { $0.rule == sample.rule }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("every rule has its samples, and an id and a name of its own")
  func samples() {
    // A file's name is wrong only in a folder; that has a test of its own.
    #expect(Set(LintSample.all.map(\.rule)) == Set(SchemaLinter.rules.map(\.id)).subtracting(["S150"]))
    #expect(Set(SchemaLinter.rules.map(\.id)).count == SchemaLinter.rules.count)
    #expect(Set(SchemaLinter.rules.map(\.name)).count == SchemaLinter.rules.count)
    for rule in SchemaLinter.rules {
      #expect(!rule.why.isEmpty && !rule.fix.isEmpty && !rule.why.contains("\n"), "\(rule.id)")
    }
  }

  @Test("a finding names the line and the column of the word that it is about")
  func place() throws {
    let found = try findings("CREATE TABLE a (\n  x bigint,\n  ä text, n varchar(3)\n);\n")
    #expect(found.map { "\($0.line):\($0.column) \($0.rule)" } == ["3:13 S122"])
  }

  @Test("a file allows what its header names, by id or by name, and no other file does")
  func allowed() throws {
    let body = "DROP TABLE shows;"
    #expect(try findings(body).map(\.rule) == ["S111"])
    #expect(try findings("-- podctl: allow=S111 -- unused\n" + body).isEmpty)
    #expect(try findings("-- podctl: lock_timeout=3s | allow=drop-table -- unused\n" + body).isEmpty)
    #expect(try findings("-- podctl: allow=S111\n" + body + "\n---\n" + body).map(\.rule) == ["S111"])
  }

  @Test("before a later statement, or in it, a note allows for that one alone")
  func allowedOnce() throws {
    let found = try findings(
      """
      SELECT 1;
      -- podctl: allow=S111 -- nobody reads it
      DROP TABLE a;
      DROP TABLE b;
      DROP TABLE -- podctl: allow=drop-table -- nor this
        c;
      """)
    #expect(found.map { "\($0.line) \($0.rule)" } == ["4 S111"])
  }

  @Test("a rule that does not exist is no rule to allow, and one that finds nothing is said to be idle")
  func allowances() throws {
    let found = try findings("-- podctl: allow=S999,S101 -- why not\nDROP TABLE shows;")
    #expect(found.map(\.rule) == ["S149", "S152", "S111"])
    #expect(found[0].message.hasPrefix("S999: ") && found[1].message.hasPrefix("S101: "))
  }

  @Test("SET NOT NULL is no finding once a CHECK of an earlier file has been proven")
  func provenNotNull() throws {
    let check = LintSample.shows + "ALTER TABLE shows ADD CONSTRAINT c CHECK (title IS NOT NULL) NOT VALID;\n---\n"
    let change = "ALTER TABLE shows ALTER COLUMN title SET NOT NULL;"
    #expect(try findings(check + "ALTER TABLE shows VALIDATE CONSTRAINT c;\n---\n" + change).isEmpty)
    #expect(try findings(check + change).map(\.rule) == ["S101"])
    #expect(
      try findings(check + "ALTER TABLE shows VALIDATE CONSTRAINT c;\n---\n" + change.replacing("title", with: "id"))
        .map(\.rule) == ["S101"])
  }

  @Test("a kind of database sees its own variant of a step, and each variant is looked at")
  func variants() throws {
    func file(_ name: String, _ text: String) -> SchemaLinter.Input { .init(name: name, bytes: Array(text.utf8)) }
    let facts = "CREATE TABLE f (tenant_id uuid, at timestamptz, CONSTRAINT f_pk PRIMARY KEY (tenant_id, at))"
    let files = [
      file("0001_f.postgres.sql", facts + " PARTITION BY RANGE (at);"),
      file("0001_f.timescaledb.sql", facts + "; SELECT create_hypertable('f', by_range('at'), if_not_exists => true);"),
      file("0001_f.sqlite.sql", facts + ";"),
      file("0002_g.sql", "CREATE TABLE g (n varchar(3));"),
      file("0003_h.sqlite.sql", "DROP TABLE f;"),
    ]
    let found = try SchemaLinter().findings(files)
    #expect(found.map { "\($0.file) \($0.rule)" } == ["0002_g.sql S122", "0003_h.sqlite.sql S111"])
    #expect(try SchemaLinter([.sqlite]).findings(files).map(\.rule) == ["S111"])
  }

  @Test("what stands in a comment, a literal or a body is no statement")
  func quoted() throws {
    #expect(
      try findings("-- DROP TABLE shows;\n/* DROP TABLE shows; */ SELECT 'DROP TABLE shows;', $$DROP TABLE a;$$;")
        .isEmpty)
  }

  @Test("a refused line does not hide what stands behind it")
  func goesOn() throws {
    #expect(try findings("BEGIN;\nDROP TABLE shows;\nCOMMIT;").map(\.rule) == ["P118", "S111", "P118"])
    #expect(try findings("DROP TABLE shows;\n\\connect other\n").map(\.rule) == ["S111", "P118"])
  }

  @Test("a folder's file whose name is no migration's is found, and the others are read all the same")
  func misnamed() throws {
    let folder = try TemporaryFolder()
    let good = [
      "0001_a.sql": "CREATE TABLE a (n bigint);", "0002_b.sql": "DROP TABLE a;", "R_v.postgres.sql": "SELECT 1;",
    ]
    let bad = ["003_c.sql", "0003 c.sql", "0003_c.mysql.sql", "c.sql", "R_.sql"]
    for (name, text) in good { try folder.write(text, to: name) }
    for name in bad { try folder.write("CREATE TABLE c (n bigint);", to: name) }
    let names = (Array(good.keys) + bad).sorted()
    let found = try SchemaLinter().findings(names.map { .init(folder: folder.path, fileName: $0) })
    let misnamed = found.filter { $0.rule == "S150" }
    #expect(misnamed.map(\.file) == bad.sorted().map(folder.file))
    #expect(
      misnamed.allSatisfy {
        $0.level == .error && $0.line == 1 && $0.message.hasPrefix($0.file.split(separator: "/").last!)
      })
    #expect(found.filter { $0.rule != "S150" }.map { "\($0.file) \($0.rule)" } == ["\(folder.file("0002_b.sql")) S111"])
  }

  @Test("what undoes a file is not looked at")
  func down() throws {
    #expect(try findings("CREATE TABLE a (x text);\n-- podctl: down\nDROP TABLE a;\nDROP TABLE b;").isEmpty)
  }

  @Test("SQLite's way to change a table is no loss, and a table that only goes is one")
  func rebuild() throws {
    let rebuild = "CREATE TABLE n (x text); INSERT INTO n SELECT x FROM a; DROP TABLE a; ALTER TABLE n RENAME TO a;"
    #expect(try findings(rebuild, .sqlite).isEmpty)
    #expect(try findings("DROP TABLE a;", .sqlite).map(\.rule) == ["S111"])
  }

  @Test("podctl's own migrations are clean, with a reason behind each thing that they allow")
  func own() throws {
    #expect(try SchemaLinter().findings(SchemaLinter.Input.embedded) == [])
  }

  @Test("a hundred good files, whatever their shape, have no finding")
  func hundredCleanFiles() throws {
    let types = [
      "uuid", "bigint", "text", "boolean", "timestamptz", "date", "bytea", "jsonb", "numeric(12, 4)", "text[]",
    ]
    var inputs: [SchemaLinter.Input] = []
    for number in 0..<50 {
      let columns = (0...number % 7).map { "  c\($0) \(types[(number + $0) % types.count]) NOT NULL" }
      let table =
        "-- Table \(number); DROP TABLE t\(number);\nCREATE TABLE t\(number) (\n  tenant_id uuid NOT NULL,\n  id uuid NOT NULL,\n"
        + columns.joined(separator: ",\n")
        + ",\n  CONSTRAINT t\(number)_pk PRIMARY KEY (tenant_id, id)\n);\n"
        + "CREATE INDEX t\(number)_i ON t\(number) (tenant_id, c0);\n"
        + "ALTER TABLE t\(number) ENABLE ROW LEVEL SECURITY;\nALTER TABLE t\(number) FORCE ROW LEVEL SECURITY;\n"
        + "CREATE POLICY p ON t\(number) USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)\n"
        + "  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);\n"
      let changes = [
        "ALTER TABLE t\(number) ADD COLUMN later text;",
        "ALTER TABLE t\(number) ADD COLUMN n bigint NOT NULL DEFAULT 0;",
        "ALTER TABLE t\(number) ADD CONSTRAINT t\(number)_c CHECK (c0 IS NOT NULL) NOT VALID;",
        "-- podctl: transaction=none\nCREATE INDEX CONCURRENTLY t\(number)_k ON t\(number) (tenant_id, id, c0);",
        "CREATE OR REPLACE FUNCTION f\(number)() RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'DROP TABLE x;' $$;",
      ]
      inputs.append(.init(name: "\(1000 + number)_make.sql", bytes: Array(table.utf8)))
      inputs.append(.init(name: "\(2000 + number)_change.sql", bytes: Array(changes[number % changes.count].utf8)))
    }
    inputs.sort { $0.name < $1.name }
    #expect(inputs.count == 100)
    #expect(try SchemaLinter().findings(inputs) == [])
  }
}
