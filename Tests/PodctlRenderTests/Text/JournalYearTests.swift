import Foundation
import PodctlCore
import PodctlRender
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("hledger reads the exported journal", .timeLimit(.minutes(15)))
struct JournalYearTests {
  private static let hledger = "/usr/bin/hledger"

  /// A year of invoices in three currencies to ten payers, with all that may happen to them.
  private func year(_ seed: UInt64) throws -> [HledgerText.Line] {
    var random = SplitMix(seed: seed)
    let start = try #require(Day("2026-01-01"))
    var lines: [HledgerText.Line] = []
    for number in 0..<240 {
      let currency: Currency = try [.usd, Currency("EUR"), Currency("JPY")][Int.random(in: 0..<3, using: &random)]
      let payer = "payer-\(Int.random(in: 0..<10, using: &random))"
      let total = Int64.random(in: 1...5_000_000, using: &random)
      let content = try content("N-\(number)", total, currency, start)
      var day = start.advanced(by: Int.random(in: 0..<330, using: &random))
      var entries: [JournalEntry] = []
      var balance = InvoiceBalance(Money(minor: total, currency))
      func enter(_ kind: JournalEntry.Kind, _ transfers: [JournalTransfer]) {
        guard !transfers.isEmpty else { return }
        entries.append(
          JournalEntry(
            id: Identifier(high: 1, low: UInt64(lines.count + entries.count)), name: "\(number)/\(entries.count)",
            kind: kind, invoice: Identifier(high: 2, low: UInt64(number)), isLive: number % 7 == 0, day: day,
            description: "\(kind.rawValue); of (N|\(number))", recordedAt: Instant(seconds: 0), transfers: transfers))
        day = day.advanced(by: 3)
      }
      enter(.issued, JournalRules.issued(content, payer: payer))
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        let amount = Money(minor: Int64.random(in: 1...total, using: &random), currency)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          let method = InvoicePayment.Method.allCases[Int.random(in: 0..<4, using: &random)]
          enter(.payment, JournalRules.payment(amount, method, balance, payer: payer))
          balance.paid[method, default: 0] += amount.minor
        case 1 where amount.minor <= balance.creditable:
          enter(.credit, JournalRules.credit(amount, balance, payer: payer))
          balance.credited += amount.minor
          balance.creditedForGood += amount.minor
        case 2 where amount.minor <= balance.refundable(to: .stripe):
          enter(.refund, JournalRules.refund(amount, from: .stripe, after: entries, payer: payer))
          balance.refunded[.stripe, default: 0] += amount.minor
        case 3 where !balance.isWrittenOff && balance.left > 0:
          enter(.uncollectible, JournalRules.uncollectible(balance, payer: payer))
          balance.isWrittenOff = true
        default: break
        }
      }
      if number % 20 == 0 { enter(.void, JournalRules.void(after: entries, payer: payer)) }
      lines += entries.map { HledgerText.Line(number: "N-\(number)", entry: $0) }
    }
    return lines.sorted { $0.entry.day < $1.entry.day }
  }

  private func content(_ number: String, _ total: Int64, _ currency: Currency, _ day: Day) throws -> InvoiceContent {
    let parts = Money.apportion(total, by: [3, 2, 1])
    let lines = zip(Flight.PriceModel.allCases, parts).map { model, minor in
      InvoiceLine(
        flight: Identifier(high: 1, low: 1), description: "", priceModel: model, provenance: .counted, rateMinor: 1,
        units: 1, amountMinor: minor, deliveredUnits: 1, billedMinor: minor,
        evidence: BillEvidence(
          basis: .downloads, firstDay: day, lastDay: day, limit: nil, spots: [], source: nil, imports: []))
    }
    return InvoiceContent(
      number: number, revision: 1, order: Identifier(high: 1, low: 2), campaign: Identifier(high: 1, low: 3),
      firstDay: day, lastDay: day, billTo: "Kettle", poNumber: nil, termsDays: 30, currency: currency, lines: lines)
  }

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
    let lines = try year(seed)
    let folder = try TemporaryFolder()
    try folder.write(HledgerText.journal(lines), to: "year.journal")
    let strict = try run(["check", "--strict", "ordereddates"], folder)
    #expect(strict.status == 0, "seed \(seed): \(strict.output)")
    var ours: [String: Int64] = [:]
    for posting in lines.flatMap(\.entry.postings) {
      ours["\(posting.account) \(posting.amount.currency)", default: 0] += posting.amount.minor
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
