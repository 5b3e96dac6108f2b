import Foundation
import PodctlStore
import PodctlTestSupport
import Testing

/// psql itself, where it is installed and a server is named.
@Suite(
  "psql cuts scripts in the same places",
  .enabled(if: TestDatabase.hasPostgres && FileManager.default.isExecutableFile(atPath: "/usr/bin/psql")))
struct PsqlAgreementTests {
  /// In a transaction that has failed every statement fails, and psql quotes each one that did.
  private func psqlStatements(_ scripts: [String]) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let marked = scripts.enumerated().map { "\\warn @@\($0.offset)@@\n\($0.element)\n;\n" }.joined()
    let file = try folder.write("BEGIN;\nSELECT 1/0;\n\(marked)", to: "script.sql")
    try folder.write("", to: "err")
    let psql = Process()
    psql.executableURL = URL(fileURLWithPath: "/usr/bin/psql")
    psql.arguments = [
      "-X", "-q", "-v", "ECHO=errors", "-v", "VERBOSITY=terse", "-v", "ON_ERROR_STOP=0", "-d", TestServer.url ?? "",
      "-f", file,
    ]
    psql.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("err")))
    psql.standardOutput = FileHandle.nullDevice
    try psql.run()
    psql.waitUntilExit()
    let said = try String(contentsOfFile: folder.file("err"), encoding: .utf8)
    let blocks = said.components(separatedBy: "@@\n").dropFirst()
    return blocks.map { block in
      block.components(separatedBy: "STATEMENT:  ").dropFirst().map { part in
        part.components(separatedBy: "\npsql:")[0].components(separatedBy: "\n@@")[0]
      }
    }
  }

  @Test("statement by statement, two and two")
  func agrees() throws {
    // psql would take :'x' for a variable of its own, and says nothing of a statement that the abort itself answers.
    let ours = PostgresStatements.all.filter { !$0.contains(":'x'") && !$0.hasPrefix("ROLLBACK") }
      .filter { !PostgresStatements.continued.contains($0) }
    let scripts = ours.map { "\($0); SELECT 2" }
    let theirs = try psqlStatements(scripts)
    try #require(theirs.count == scripts.count, "\(zip(scripts, theirs).first { $1.count != 2 } ?? ("", []))")
    for (script, cut) in zip(scripts, theirs) {
      let mine = try ScriptReader.statements(of: script, .postgres)
      #expect(cut.count == mine.count, "\(script.debugDescription) is \(cut) for psql")
      guard cut.count == mine.count else { continue }
      for (theirs, mine) in zip(cut, mine) {
        let again = try ScriptReader.statements(of: theirs, .postgres)
        #expect(again.map(\.text) == [mine.text], "psql: \(theirs.debugDescription)")
      }
    }
  }

  @Test("a literal that goes on in the next line is one for the server, where psql is wrong")
  func continued() throws {
    let test = try TestDatabase(.postgres, migrated: false)
    for text in PostgresStatements.continued {
      let rows = try test.database.driver.execute(text + " AS said", []).rows
      #expect(try rows.first?["said"] == "a';b")
    }
  }
}
