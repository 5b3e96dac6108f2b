import PodctlCore
import Testing

@testable import PodctlStore

@Suite("A file of SQL is cut into its statements")
struct SQLScriptTests {
  private func texts(_ script: String, _ dialect: Dialect = .postgres) throws -> [String] {
    try SQLScript.statements(of: script, dialect).map(\.text)
  }

  @Test(
    "at semicolons outside quotes, comments and bodies",
    arguments: [
      ("SELECT 1; SELECT 2", ["SELECT 1", "SELECT 2"]),
      (";;\n ; -- nothing; here\n /* nor; /* here; */ */", []),
      ("SELECT ';', 'it''s; fine'; SELECT \"a;b\"", ["SELECT ';', 'it''s; fine'", "SELECT \"a;b\""]),
      ("SELECT E'a\\';b'; SELECT 2", ["SELECT E'a\\';b'", "SELECT 2"]),
      ("SELECT 'a\\'; SELECT 2", ["SELECT 'a\\'", "SELECT 2"]),
      ("SELECT $$a;b$$; SELECT $t$;$$;$t$", ["SELECT $$a;b$$", "SELECT $t$;$$;$t$"]),
      ("SELECT $1; SELECT 2", ["SELECT $1", "SELECT 2"]),
      (
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END; SELECT 3",
        [
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END", "SELECT 3",
        ]
      ),
      ("SELECT CASE WHEN true THEN 1 END; SELECT 2", ["SELECT CASE WHEN true THEN 1 END", "SELECT 2"]),
    ])
  func cutting(_ script: String, _ parts: [String]) throws {
    #expect(try texts(script) == parts)
  }

  @Test("a trigger's body stays whole on SQLite, and its other quotes count")
  func sqlite() throws {
    let trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET n = 1; DELETE FROM c; END"
    #expect(try texts("\(trigger); SELECT [a;b], `c;d`;", .sqlite) == [trigger, "SELECT [a;b], `c;d`"])
  }

  @Test("each statement knows its line")
  func lines() throws {
    let parts = try SQLScript.statements(of: "-- first\n\nSELECT 1;\n/* a\nb */ SELECT\n 2;\n", .postgres)
    #expect(parts.map(\.line) == [3, 5])
    #expect(parts.last?.line(atCharacter: 9) == 6)
  }

  @Test(
    "one that ends the file's transaction is refused with its line",
    arguments: ["BEGIN", "COMMIT", "end", "ROLLBACK", "abort", "START TRANSACTION", "PREPARE TRANSACTION 'x'"])
  func transactions(_ word: String) {
    let error = #expect(throws: PodctlError.self) { try texts("SELECT 1;\n\(word);") }
    #expect(error?.code == .migrationFailed)
    #expect(error?.context.first?.value == "2")
  }

  @Test("savepoints are let through")
  func savepoints() throws {
    #expect(try texts("SAVEPOINT a; ROLLBACK TO SAVEPOINT a; RELEASE a").count == 3)
  }
}
