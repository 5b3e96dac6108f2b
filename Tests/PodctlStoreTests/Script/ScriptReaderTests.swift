import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("A script is cut into its statements")
struct ScriptReaderTests {
  private func texts(_ script: String, _ dialect: Dialect = .postgres) throws -> [String] {
    try ScriptReader.statements(of: script, dialect).map(\.text)
  }

  @Test("there are three hundred cases and more")
  func enough() {
    let pairs = PostgresStatements.all.count + SQLiteStatements.all.count
    #expect(pairs + ScriptReaderTests.boundaries.count + RefusedScripts.all.count >= 300, "\(pairs)")
  }

  @Test("on PostgreSQL each of these is one, with another behind it", arguments: PostgresStatements.all)
  func postgres(_ statement: String) throws {
    #expect(try texts("\(statement); SELECT 2") == [statement, "SELECT 2"])
    #expect(try texts("SELECT 0;\n\(statement)") == ["SELECT 0", statement])
  }

  @Test("on SQLite each of these is one, with another behind it", arguments: SQLiteStatements.all)
  func sqlite(_ statement: String) throws {
    #expect(try texts("\(statement); SELECT 2", .sqlite) == [statement, "SELECT 2"])
    #expect(try texts("SELECT 0;\n\(statement)", .sqlite) == ["SELECT 0", statement])
  }

  static let boundaries: [(String, [String])] = [
    ("", []), (";", []), (";;\n ; ", []), ("-- nothing; here", []), ("-- a\n", []), ("/* nor; /* here; */ */", []),
    ("  SELECT 1  ", ["SELECT 1"]), ("SELECT 1;", ["SELECT 1"]), ("SELECT 1;;SELECT 2;", ["SELECT 1", "SELECT 2"]),
    ("/* a */ SELECT 1 /* b */; -- c\nSELECT 2 -- d", ["SELECT 1", "SELECT 2"]),
    ("\u{FEFF}SELECT 1;", ["SELECT 1"]), ("SELECT 1;\r\nSELECT\r\n2;\r\n", ["SELECT 1", "SELECT\n2"]),
    ("SELECT 1;\rSELECT 2", ["SELECT 1", "SELECT 2"]), ("SELECT 'a\r\nb'", ["SELECT 'a\nb'"]),
    ("-- a\r\nSELECT 1;\r\n-- b\r\n", ["SELECT 1"]), ("-- a\rSELECT 1", ["SELECT 1"]),
    ("\u{0C}SELECT\u{0B}1", ["SELECT\u{0B}1"]),
    ("SELECT 1;SELECT 2;SELECT 3", ["SELECT 1", "SELECT 2", "SELECT 3"]), ("\u{FEFF}", []), ("\u{FEFF}-- a", []),
    ("SELECT ';';SELECT $$;$$;SELECT \";\"", ["SELECT ';'", "SELECT $$;$$", "SELECT \";\""]),
    ("SELECT E'a' 'b\\';SELECT 2", ["SELECT E'a' 'b\\'", "SELECT 2"]),
    ("CREATE TABLE f (a int); BEGIN_NOT", ["CREATE TABLE f (a int)", "BEGIN_NOT"]),
    ("CREATE FUNCTION f() RETURNS int RETURN 1; SELECT 2", ["CREATE FUNCTION f() RETURNS int RETURN 1", "SELECT 2"]),
    ("SELECT 1 AS a, 'b';-- c", ["SELECT 1 AS a, 'b'"]), ("SELECT 1)", ["SELECT 1)"]),
    ("SELECT 1); SELECT (2)", ["SELECT 1)", "SELECT (2)"]), ("SELECT --\n1;", ["SELECT --\n1"]),
  ]

  @Test("at the ends of a script and between statements", arguments: boundaries)
  func boundary(_ script: String, _ parts: [String]) throws {
    #expect(try texts(script) == parts)
  }

  @Test("a cut through the bytes at any place changes nothing")
  func pieces() throws {
    let script = PostgresStatements.all.map { "\($0);\r\n" }.joined()
    let whole = try texts(script)
    #expect(whole == PostgresStatements.all.map { $0 })
    let bytes = Array(script.utf8)
    for size in [1, 2, 3, 7, 64] {
      var rest = bytes[...]
      let source = ScriptSource {
        defer { rest = rest.dropFirst(size) }
        return rest.isEmpty ? nil : Array(rest.prefix(size))
      }
      var reader = ScriptReader(source, .postgres)
      var parts: [String] = []
      while let statement = try reader.next() { parts.append(statement.text) }
      #expect(parts == whole, "pieces of \(size) bytes")
    }
  }

  @Test("each statement knows its line and column, and those of what is in it")
  func places() throws {
    let script = "-- first\n\nSELECT 1;\n/* a\nb */ SELECT 'ü',\n 2; SELECT 3"
    let statements = try ScriptReader.statements(of: script, .postgres)
    #expect(statements.map(\.place.description) == ["line 3, column 1", "line 5, column 6", "line 6, column 5"])
    #expect(statements[1].place(atCharacter: 14) == ScriptPlace(line: 6, column: 2))
    #expect(statements[1].place(atByte: 11) == ScriptPlace(line: 5, column: 16))
  }

  @Test("tokens have their kinds, and their words stand in capitals")
  func tokens() throws {
    let script = "create table if not exists \"A;b\".t (a int default 1.5, b text = E'x' || $$y$$, c $1) -- z"
    let statement = try #require(ScriptReader.statements(of: script, .postgres).first)
    #expect(statement.words == ["CREATE", "TABLE", "IF", "NOT", "EXISTS"])
    #expect(statement.name(at: 5) == "A;b")
    #expect(statement.name(at: 7) == "t")
    #expect(statement.isMark("(", at: 8))
    let kinds = statement.tokens.map { ($0.kind, statement.text(of: $0)) }
    #expect(kinds.contains { $0 == (.number, "1.5") })
    #expect(kinds.contains { $0 == (.string, "E'x'") })
    #expect(kinds.contains { $0 == (.dollarString, "$$y$$") })
    #expect(kinds.contains { $0 == (.parameter, "$1") })
  }

  @Test("two that differ in blanks, comments and the case of words alone are the same but for looks")
  func looks() throws {
    func statement(_ text: String) throws -> ScriptStatement {
      try #require(ScriptReader.statements(of: text, .postgres).first)
    }
    let one = try statement("SELECT a,  'b' -- c\n FROM T")
    #expect(try one.isSameButForLooks(as: statement("select A, /* d */ 'b' from t")))
    #expect(try !one.isSameButForLooks(as: statement("SELECT a, 'B' FROM T")))
    #expect(try !one.isSameButForLooks(as: statement("SELECT \"a\", 'b' FROM T")))
  }

  @Test("what is said to podctl goes with the statement behind it, or stays at the end")
  func notes() throws {
    var reader = ScriptReader(
      ScriptSource("-- podctl: transaction=none\n--podctl:retries=2\n-- for people\nSELECT 1;\n-- podctl: down\n"),
      .postgres)
    let first = try #require(try reader.next())
    #expect(first.notes.map(\.text) == ["transaction=none", "retries=2"])
    #expect(first.notes.map(\.place.line) == [1, 2])
    #expect(try reader.next() == nil)
    #expect(reader.trailingNotes.map(\.text) == ["down"])
  }
}
