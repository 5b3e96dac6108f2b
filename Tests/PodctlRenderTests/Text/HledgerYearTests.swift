import Foundation
import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

@Suite("hledger reads the exported journal", .timeLimit(.minutes(15)))
struct HledgerYearTests {
  private static let hledger = "/usr/bin/hledger"

  private func run(_ words: [String], _ folder: TemporaryFolder) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.hledger)
    process.arguments = ["-f", folder.file("year.journal")] + words
    process.environment = ["LC_ALL": "C.UTF-8", "HOME": folder.path]
    try folder.write("", to: "said")
    process.standardInput = nil
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("said")))
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOfFile: folder.file("said"), encoding: .utf8))
  }

  @Test(
    "a seeded year balances to the cent, account by account as ours",
    .enabled(if: FileManager.default.isExecutableFile(atPath: hledger), "hledger is not installed"))
  func balances() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let lines = try JournalYear.lines(seed: seed)
    let folder = try TemporaryFolder()
    try folder.write(HledgerText.journal(lines), to: "year.journal")
    let strict = try run(["check", "--strict", "ordereddates"], folder)
    #expect(strict.status == 0, "seed \(seed): \(strict.output)")
    var ours: [String: Int64] = [:]
    for (account, sums) in JournalYear.balances(lines) {
      for (currency, sum) in sums { ours["\(account) \(currency)"] = sum.minor }
    }
    for currency in ["USD", "EUR", "JPY"] {
      let books = try run(["bal", "cur:\(currency)", "--flat", "--no-total", "-O", "csv"], folder)
      try #require(books.status == 0, "seed \(seed): \(books.output)")
      for row in books.output.split(separator: "\n").dropFirst() {
        let cells = row.split(separator: ",").map { $0.replacingOccurrences(of: "\"", with: "") }
        let name = "\(cells[0]) \(currency)"
        let minor = Int64(cells[1].filter { $0.isNumber || $0 == "-" })
        #expect(minor == ours.removeValue(forKey: name), "seed \(seed): \(name)")
      }
      let total = try run(["bal", "cur:\(currency)", "--flat", "-N", "--depth", "0"], folder)
      #expect(total.output.split(separator: "\n").allSatisfy { $0.trimmingCharacters(in: .whitespaces).hasPrefix("0") })
    }
    #expect(ours.filter { $0.value != 0 } == [:], "seed \(seed)")
    // A cent less on one side is noticed.
    let spoiled =
      HledgerText.journal(lines) + "\n2026-12-31 spoiled\n    assets:stripe  1.00 USD\n    income:credits  -0.99 USD\n"
    try folder.write(spoiled, to: "year.journal")
    #expect(try run(["check"], folder).status != 0)
  }
}
