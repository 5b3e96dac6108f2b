import PodctlCore
import PodctlRender
import Testing

@Suite("The journal as other programs read it") struct JournalTextTests {
  /// Three entries in three currencies, one of them live, with words that each format must keep apart.
  private func lines() throws -> [JournalLine] {
    let yen = try Currency("JPY")
    let dinar = try Currency("KWD")
    func line(
      _ number: Int, _ kind: JournalEntry.Kind, _ day: String, _ words: String, isLive: Bool = false,
      _ transfers: [JournalTransfer?]
    ) throws -> JournalLine {
      JournalLine(
        number: "ACME-2026-10-IO-\(number)",
        entry: JournalEntry(
          id: Identifier(high: 1, low: UInt64(number)), name: "\(kind.rawValue)/\(number)", kind: kind,
          invoice: Identifier(high: 2, low: UInt64(number)), isLive: isLive, day: try #require(Day(day)),
          description: words, recordedAt: Instant(seconds: 0), transfers: transfers.compactMap { $0 }))
    }
    let payer = JournalAccount.receivable("kettle-0a1b2c3d4e5f")
    return [
      try line(
        1, .issued, "2026-11-02", "Invoice ACME-2026-10-IO-1 to \"Kettle\" | Crane; (net\nof 15 %) \\",
        [
          JournalTransfer(debit: payer, credit: .income(.cpm), Money(minor: 1_234_567, .usd)),
          JournalTransfer(debit: payer, credit: .tax("VAT"), Money(minor: 5, .usd)),
          JournalTransfer(debit: .commission, credit: payer, Money(minor: 185_185, .usd)),
        ]),
      try line(
        2, .payment, "2026-11-09", "Payment W-1", isLive: true,
        [JournalTransfer(debit: .money(.wire), credit: payer, Money(minor: 500, yen))]),
      try line(
        3, .uncollectible, "2026-10-30", "Written off",
        [JournalTransfer(debit: .badDebt, credit: payer, Money(minor: 12_340, dinar))]),
    ]
  }

  @Test("for hledger") func hledger() throws {
    try GoldenFile.expect(HledgerText.journal(lines()), equals: "journal.hledger")
  }

  @Test("for beancount") func beancount() throws {
    try GoldenFile.expect(BeancountText.journal(lines()), equals: "journal.beancount")
  }

  @Test("an empty journal is an empty text") func empty() {
    #expect(BeancountText.journal([]).isEmpty && HledgerText.journal([]).isEmpty)
  }
}
