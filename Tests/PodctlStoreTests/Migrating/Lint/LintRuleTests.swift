import PodctlCore
import PodctlStore
import Testing

@Suite("Lint finds what is dangerous and leaves alone what is not")
struct LintRuleTests {
  /// Findings of the last of the sample's files.
  private func findings(_ text: String, name: String = "0002_change.sql", _ dialect: Dialect = .postgres) throws
    -> [LintFinding]
  {
    let texts = text.split(separator: "\n---\n", omittingEmptySubsequences: false)
    let inputs = texts.enumerated().map { index, text in
      SchemaLinter.Input(name: index == texts.count - 1 ? name : "0001_before.sql", bytes: Array(text.utf8))
    }
    return try SchemaLinter(dialect).findings(inputs).filter { $0.file == name }
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
    #expect(Set(LintSample.all.map(\.rule)) == Set(SchemaLinter.rules.map(\.id)))
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
    #expect(try findings("-- podctl: allow=S111\n" + body).isEmpty)
    #expect(try findings("-- podctl: allow=S104,drop-table\n" + body).isEmpty)
    #expect(try findings("-- podctl: allow=S111\n" + body + "\n---\n" + body).map(\.rule) == ["S111"])
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

  @Test("podctl's own migrations are clean on both databases")
  func own() throws {
    for dialect in Dialect.allCases {
      let other = dialect == .sqlite ? ".postgres.sql" : ".sqlite.sql"
      let files = SchemaLinter.Input.embedded.filter { !$0.name.hasSuffix(other) }
      #expect(try SchemaLinter(dialect).findings(files).filter { $0.level > .note } == [])
    }
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
    #expect(try SchemaLinter(.postgres).findings(inputs) == [])
  }
}
