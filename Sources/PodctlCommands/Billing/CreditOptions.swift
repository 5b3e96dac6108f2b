import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

/// What `bill credit` and `bill refund` have in common.
struct CreditOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Invoice number.", valueName: "number"))
  var number: String
  @Option(help: ArgumentHelp("Amount in the invoice's currency, such as 25.00.", valueName: "amount"))
  var amount: String
  @Option(
    help: ArgumentHelp(
      "Reference within the invoice; the same reference is booked only once. The default is the amount.",
      valueName: "text"))
  var reference: String?
  @Option(help: "Reason, one of Stripe's values.")
  var reason: InvoiceCredit.Reason?
  @Option(help: ArgumentHelp("Text printed on the credit note.", valueName: "text"))
  var memo: String?
  @Flag(help: "Show what would be done, and change nothing.")
  var dryRun = false
  @OptionGroup var yes: YesOption

  func validate() throws {
    if let reference, !InvoiceCredit.isReference(reference) {
      throw ValidationError("--reference takes up to 60 letters, digits, points, hyphens and underscores.")
    }
    if let memo, memo.count > 500 { throw ValidationError("--memo takes up to 500 characters.") }
  }

  func request(
    _ kind: InvoiceCredit.Kind, _ currency: Currency, to source: InvoiceCredit.Source? = nil
  ) throws(PodctlError) -> InvoiceCrediting.Request {
    let money = try Money(decimal: amount, currency)
    guard money.minor > 0 else {
      throw PodctlError(.invalidMoney, "the amount \(amount) is not over zero", hint: "write for example 25.00")
    }
    let name = reference ?? money.decimal
    return InvoiceCrediting.Request(kind, money, reference: name, source: source, reason: reason, memo: memo)
  }
}

extension InvoiceCredit.Reason: ExpressibleByArgument {}
extension InvoiceCredit.Source: ExpressibleByArgument {}

extension CommandContext {
  /// Plans a credit note or refund within its bound and takes it to Stripe.
  func credit(
    _ kind: InvoiceCredit.Kind, to source: InvoiceCredit.Source? = nil, _ options: CreditOptions, of tenant: Tenant,
    _ stripe: StripeOptions, _ outbox: OutboxOptions
  ) throws {
    let number = options.number
    let database = try database()
    let currency = try database.read(for: tenant.id) { tx in
      try InvoiceStanding.issued(number, tenant, in: tx).invoice.content.currency
    }
    let request = try options.request(kind, currency, to: source)
    let id = ids.next(InvoiceCredit.self)
    if options.dryRun {
      try database.read(for: tenant.id) { tx in
        _ = try InvoiceCrediting.plan(request, number, tenant, in: tx, id: id, now: now, isTrial: true)
      }
      return console.note(
        "a \(kind.rawValue) of \(request.amount) on \(number), by reference \(request.reference), would be made")
    }
    guard try confirm("\(kind == .credit ? "Credit" : "Refund") \(request.amount) of invoice \(number)?", options.yes)
    else { return }
    let worked = try workingOnInvoices(of: tenant, stripe, outbox) { work in
      let (credit, standing) = try work.driver.write { tx in
        let planned = try InvoiceCrediting.plan(request, number, tenant, in: tx, id: id, now: work.time.now())
        try admit(planned.standing, work.client)
        return planned
      }
      try work.client.checkMode()
      let effect = try InvoiceCrediting.settle(
        credit, standing, tenant: tenant, driver: work.driver, ids: ids, now: work.time.now())
      return (effect: effect, isNew: credit.id == id)
    }
    guard let (effect, isNew) = worked else { return console.note("another run is at work; skipped") }
    try require(effect, of: tenant)
    recorder?.summary = "\(kind.rawValue) \(request.amount) of \(number)"
    console.success(
      "the \(kind.rawValue) of \(request.amount) on \(number), by reference \(request.reference), "
        + (isNew ? "is made: " : "stands already: ") + (effect.remoteID ?? ""),
      next: ["podctl bill journal export --tenant \(tenant.slug)"])
  }
}
