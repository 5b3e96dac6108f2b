import PodctlTestSupport
import Testing

@Suite("the journal leaves podctl as figures", .timeLimit(.minutes(15)))
struct JournalExportTests {
  private func exported(_ words: [String]) throws -> String {
    let folder = try DemoHome.copy()
    let ending = try PodctlProcess.run(
      ["bill", "journal", "export", "--tenant", "lantern-agency"] + words, environment: folder.environment,
      in: folder.path)
    #expect(ending.status == 0, "\(ending.errors)")
    return ending.output
  }

  /// A spreadsheet is not to run a text as a formula; an amount is no text.
  @Test("an amount in CSV is a number, also where something goes out, and is the one in minor units")
  func csv() throws {
    let rows = try exported(["--format", "csv"]).split(separator: "\n").map { $0.split(separator: ",") }
    let amount = try #require(rows.first?.firstIndex(of: "amount"))
    let minor = try #require(rows.first?.firstIndex(of: "amount_minor"))
    #expect(rows.count > 4 && rows.contains { $0[amount].hasPrefix("-") })
    for row in rows.dropFirst() { #expect(Int64(row[amount].replacing(".", with: "")) == Int64(row[minor]), "\(row)") }
  }

  @Test("for beancount every account is opened and every entry has its legs")
  func beancount() throws {
    let lines = try exported(["--format", "beancount"]).split(separator: "\n")
    let opened = Set(lines.filter { $0.contains(" open ") }.compactMap { $0.split(separator: " ").dropFirst(2).first })
    let legs = lines.filter { $0.hasPrefix("  ") && !$0.contains(": \"") }
    #expect(legs.count >= 4)
    #expect(Set(legs.compactMap { $0.split(separator: " ").first }) == opened)
  }
}
