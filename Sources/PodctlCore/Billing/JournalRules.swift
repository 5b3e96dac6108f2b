/// Which accounts each event of an invoice moves.
public enum JournalRules {
  /// The payer owes the total: each price model earns on its own account, what an agency keeps stands against it, and tax
  /// is owed on. A line that gives back goes the other way.
  public static func issued(_ content: InvoiceContent, payer: String) -> [JournalTransfer] {
    let earned = Flight.PriceModel.allCases.map { model in
      let minor = content.lines.filter { $0.priceModel == model }.reduce(Int64(0)) { $0 + $1.amountMinor }
      return (JournalAccount.income(model), Money(minor: minor, content.currency))
    }
    let beside = [
      (JournalAccount.commission, content.commission), (.tax(content.terms?.tax?.name ?? ""), content.taxes),
    ]
    return (earned + beside).compactMap { JournalTransfer(debit: .receivable(payer), credit: $0, $1) }
  }

  /// What came pays what is left, or makes a written-off debt good again; the rest is owed back to the payer.
  public static func payment(_ amount: Money, _ method: InvoicePayment.Method, _ balance: InvoiceBalance, payer: String)
    -> [JournalTransfer]
  {
    let kept = min(amount.minor, balance.left)
    return [
      JournalTransfer(
        debit: .money(method), credit: balance.debt(of: payer), Money(minor: kept, amount.currency)),
      JournalTransfer(
        debit: .money(method), credit: .owed(to: payer), Money(minor: amount.minor - kept, amount.currency)),
    ].compactMap { $0 }
  }

  /// Less is owed: the tax within it is not owed on any more, the rest stands against what was earned.
  public static func credit(
    _ amount: Money, tax: (account: JournalAccount, minor: Int64)? = nil, _ balance: InvoiceBalance, payer: String
  ) -> [JournalTransfer] {
    split(amount, tax, .credits, to: balance.debt(of: payer))
  }

  private static func split(
    _ amount: Money, _ tax: (account: JournalAccount, minor: Int64)?, _ account: JournalAccount,
    to other: JournalAccount
  ) -> [JournalTransfer] {
    let taxed = min(tax?.minor ?? 0, amount.minor)
    return [
      JournalTransfer(debit: account, credit: other, Money(minor: amount.minor - taxed, amount.currency)),
      tax.flatMap { JournalTransfer(debit: $0.account, credit: other, Money(minor: taxed, amount.currency)) },
    ].compactMap { $0 }
  }

  /// Money goes back: what the invoice's earlier entries left owed to the payer first, the rest out of what was earned.
  /// The books tell how much that is, for it depends on what came first: money that came when nothing was left is owed
  /// back, whatever of the earlier money had been given back before. The tax is within that rest.
  public static func refund(
    _ amount: Money, tax: (account: JournalAccount, minor: Int64)? = nil, from source: InvoicePayment.Method,
    after entries: [JournalEntry], payer: String
  ) -> [JournalTransfer] {
    let owed = -entries.flatMap(\.postings).filter { $0.account == .owed(to: payer) }.reduce(0) { $0 + $1.amount.minor }
    let first = min(amount.minor, max(0, owed))
    return [
      JournalTransfer(debit: .owed(to: payer), credit: .money(source), Money(minor: first, amount.currency))
    ].compactMap { $0 }
      + split(Money(minor: amount.minor - first, amount.currency), tax, .refunds, to: .money(source))
  }

  /// What is left will not come.
  public static func uncollectible(_ balance: InvoiceBalance, payer: String) -> [JournalTransfer] {
    [
      JournalTransfer(
        debit: .badDebt, credit: .receivable(payer), Money(minor: balance.left, balance.total.currency))
    ].compactMap { $0 }
  }

  /// An invoice that is withdrawn undoes all that its earlier entries did but the money that moved: what was paid on it
  /// is owed back.
  public static func void(after entries: [JournalEntry], payer: String) -> [JournalTransfer] {
    entries.flatMap { entry -> [JournalTransfer] in
      switch entry.kind {
      case .issued, .credit, .uncollectible: entry.transfers.map(\.reversed)
      case .payment:
        entry.transfers.compactMap {
          JournalTransfer(debit: $0.credit, credit: .owed(to: payer), $0.amount)
        }
      case .refund, .void: []
      }
    }
  }
}
