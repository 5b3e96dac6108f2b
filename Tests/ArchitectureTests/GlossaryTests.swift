import Foundation
import Testing

@Suite("words and scripts that newcomers look up")
struct GlossaryTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: SourceFile.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Words that the code and the commands use in a sense of their own.
  static let words = """
    adjustment, attribution window, closing, commission, complete through, CPA, CPM, coverage, credit, credit note,
    delivered, download, drift, effect, fence, flight, group, hold, household, import, insertion order, lease, ledger,
    listener, makegood, measuring window, outbox, pacing, parked, payer, plan, provenance, purge, reach, reason, recall,
    reject, restatement, revision, run, settle, spot, suppression, survivor, threshold, touch, unit, unknown, window
    """.replacing("\n", with: " ").components(separatedBy: ", ")

  @Test("the glossary gives each word one meaning, in a row of its own")
  func glossary() throws {
    let rows = try Self.text("docs/glossary.md").components(separatedBy: "\n").filter { $0.hasPrefix("| ") }
      .map { $0.dropFirst(2).components(separatedBy: " | ") }
    var seen: Set<String> = []
    for row in rows where row[0] != "word" {
      #expect(row.count == 2 && row[1].count > 10, "\(row)")
      for word in row[0].components(separatedBy: ", ") {
        #expect(seen.insert(word).inserted, "\(word) has two rows")
      }
    }
    for word in Self.words { #expect(seen.contains(word), "\(word) is missing") }
  }

  @Test("each script says in its first sentence what it does")
  func scripts() throws {
    let folder = SourceFile.root.appendingPathComponent("scripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var seen = 0
    for name in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path, isDirectory: &isFolder)
      if isFolder.boolValue || name.hasPrefix(".") { continue }
      seen += 1
      let lines = try Self.text("scripts/\(name)").components(separatedBy: "\n")
      let first = lines.count > 1 ? lines[1] : ""
      // The verb that scripts/help prints first.
      #expect(first.wholeMatch(of: /(# |""")[A-Z][a-z]+s[ ,].*/) != nil, "scripts/\(name) begins with \(first)")
    }
    #expect(seen > 20)
  }
}
