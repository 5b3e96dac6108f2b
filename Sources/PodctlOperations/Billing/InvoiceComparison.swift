import PodctlCore
import PodctlGateways

/// Holds a draft at Stripe against what was approved. Until it is finalized all can be undone; afterwards nothing.
public enum InvoiceComparison {
  /// What differs, in words; empty where the draft is the approved invoice to the cent.
  public static func differences(
    _ content: InvoiceContent, hash: String, customer: String?, items: [String], remote: StripeInvoice,
    lines: [StripeInvoice.Line]
  ) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ ours: Value?, _ theirs: Value?) {
      guard ours != theirs else { return }
      found.append("\(what) is \(theirs.map { "\($0)" } ?? "missing"), not \(ours.map { "\($0)" } ?? "none")")
    }
    let currency = content.currency.code.lowercased()
    compare("the reference", content.number, remote.reference)
    compare("the content's hash", InvoiceHash.mark(hash), remote.contentHash)
    compare("the customer", customer, remote.customer)
    compare("the currency", currency, remote.currency)
    compare("the total", content.total.minor, remote.total)
    compare("the way of collection", "send_invoice", remote.collectionMethod)
    if remote.status == "draft" { compare("the advance by itself", false, remote.advancesByItself) }
    compare("the number of lines", content.charges.count, lines.count)
    for (index, (charge, item)) in zip(content.charges, items).enumerated() {
      let theirs = lines.filter { $0.item == item }
      compare("line \(index + 1)'s count", 1, theirs.count)
      compare("line \(index + 1)'s amount", charge.amountMinor, theirs.first?.amount)
      compare("line \(index + 1)'s currency", currency, theirs.first?.currency)
    }
    return found
  }
}
