/// What an invoice bears beside its flights' lines: who pays, the agency's commission and the tax.
public struct InvoiceTerms: Sendable, Hashable, Codable {
  public var payer: Payer.Kind
  /// Nil where no agency takes any.
  public var commission: Percent?
  /// Whether the commission is taken off; otherwise the invoice is gross and only tells of it.
  public var isNet: Bool
  public var tax: Payer.Tax?

  public init(payer: Payer.Kind, commission: Percent?, isNet: Bool, tax: Payer.Tax?) {
    self.payer = payer
    self.commission = commission
    self.isNet = isNet
    self.tax = tax
  }

  /// Nil where an order's invoices bear nothing beside their lines.
  init?(_ order: BilledOrder) {
    let commission = order.commission.flatMap { $0.thousandths > 0 ? $0 : nil }
    let tax = order.payer?.tax.flatMap { $0.rate.thousandths > 0 ? $0 : nil }
    let kind = order.payer?.kind ?? .brand
    guard commission != nil || tax != nil || kind == .agency else { return nil }
    self.init(payer: kind, commission: commission, isNet: order.isNet, tax: tax)
  }

  /// Gives each line its share of the commission, by largest remainder, and its tax on what is left, rounded by itself
  /// as payment services do.
  func applied(to lines: [InvoiceLine]) -> [InvoiceLine] {
    var lines = lines
    if let commission, isNet {
      for (index, share) in commission.split(over: lines.map(\.amountMinor)).enumerated() {
        lines[index].commissionMinor = -share
      }
    }
    if let tax {
      for index in lines.indices { lines[index].taxMinor = tax.rate.of(lines[index].netMinor) }
    }
    return lines
  }
}

/// One thing that an invoice asks for, as a payment service is told it.
public struct InvoiceCharge: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case line(InvoiceLine)
    /// The agency's commission, taken off.
    case commission(Percent)
    case tax(Payer.Tax)
  }

  public var kind: Kind
  public var amountMinor: Int64
}

extension InvoiceContent {
  /// The lines in their order, then the commission and the tax of all of them, where there are any. They sum to the
  /// total.
  public var charges: [InvoiceCharge] {
    var charges = lines.map { InvoiceCharge(kind: .line($0), amountMinor: $0.amountMinor) }
    if let rate = terms?.commission, commission.minor != 0 {
      charges.append(InvoiceCharge(kind: .commission(rate), amountMinor: commission.minor))
    }
    if let tax = terms?.tax, taxes.minor != 0 {
      charges.append(InvoiceCharge(kind: .tax(tax), amountMinor: taxes.minor))
    }
    return charges
  }

  /// The sum of the lines, before commission and tax.
  public var subtotal: Money { sum(\.amountMinor) }
  /// What the agency's commission takes off: zero or negative, unless the lines give back.
  public var commission: Money { sum { $0.commissionMinor ?? 0 } }
  public var taxes: Money { sum { $0.taxMinor ?? 0 } }

  private func sum(_ part: (InvoiceLine) -> Int64) -> Money {
    Money(minor: lines.reduce(0) { $0 + part($1) }, currency)
  }
}
