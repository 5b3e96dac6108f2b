import PodctlCore
import PodctlDigest
import PodctlGateways

extension InvoiceReconciling {
  /// What was approved, by its hash: as the invoice at Stripe bears it, and as it is stored here.
  mutating func compareContent(_ standing: InvoiceStanding, _ remote: StripeInvoice) throws {
    let approved = InvoiceHash.mark(standing.issue.contentHash)
    if remote.contentHash != approved { find(.hash, standing, here: approved, there: remote.contentHash) }
    let stored = InvoiceHash.mark(try InvoiceHash.of(standing.invoice.content))
    if stored != approved { find(.hash, standing, here: "\(stored), and \(approved) was approved") }
  }

  /// Line by line, by the mark that each bears there: amount, currency and words.
  mutating func compareLines(_ standing: InvoiceStanding, _ remote: StripeInvoice) {
    let content = standing.invoice.content
    var theirs = Dictionary(grouping: items(of: remote), by: { $0.mark ?? "" })
    for number in content.charges.indices.map({ $0 + 1 }) {
      var ours = StripeInvoiceItem(number, of: content, invoice: remote.id)
      // What podctl calls a line today may be another wording than that of the day on which it was sent.
      if let sent = words("\(standing.number)/line/\(number)") { ours.description = sent }
      let found = theirs.removeValue(forKey: ours.mark ?? "") ?? []
      guard found.count == 1 else {
        find(
          .line, standing, here: InvoiceReconciling.text(ours),
          there: found.isEmpty ? nil : "\(found.count) of them", line: ours.mark)
        continue
      }
      let isSame =
        found[0].amount == ours.amount && found[0].currency == ours.currency
        && found[0].description == ours.description
      if !isSame {
        find(
          .line, standing, here: InvoiceReconciling.text(ours), there: InvoiceReconciling.text(found[0]),
          line: ours.mark)
      }
    }
    for item in theirs.values.flatMap({ $0 }).sorted(by: { $0.id < $1.id }) {
      find(.line, standing, there: "\(item.id) \(InvoiceReconciling.text(item))", line: item.mark)
    }
  }

  /// The words as a hash: they may name a campaign, and an eye does not find the letter that differs.
  private static func text(_ item: StripeInvoiceItem) -> String {
    let currency = item.currency.flatMap { try? Currency($0.uppercased()) }
    let amount = item.amount.map { minor in currency.map { "\(Money(minor: minor, $0))" } ?? "\(minor)" } ?? "no amount"
    return "\(amount), words \(SHA256.hex(Array((item.description ?? "").utf8)).prefix(8))"
  }
}
