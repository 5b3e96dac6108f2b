import PodctlCore
import PodctlStore

/// Assembles the plan of a month's bills from what the database knows; reads only.
///
/// Delivered is the delivery ledger's figure, which reports show too. Conversions are those of the attribution run with
/// the standard window.
public struct BillPlanning {
  private static let window = AttributionWindow.standard

  private let tx: TenantTransaction
  private let tenant: Tenant
  private let period: Period

  /// `period` is a month in the tenant's counting zone.
  public init(_ tenant: Tenant, _ period: Period, in tx: TenantTransaction) {
    self.tenant = tenant
    self.period = period
    self.tx = tx
  }

  public func plan() throws -> BillPlan {
    let invoices = try InvoiceStore(tx).all(from: period.start, to: period.last)
    return try plan(accounts(invoices), invoices)
  }

  /// The month's orders with their figures, and what each draft of it comes to by them. Here a later month that is
  /// drafted already closes nothing: what is approved has to be what the figures say.
  func today() throws -> (accounts: [OrderAccount], plan: BillPlan) {
    let invoices = try InvoiceStore(tx).all(from: period.start, to: period.last)
    let accounts = try accounts(invoices)
    let reopened = accounts.map { account in
      var account = account
      account.laterInvoice = nil
      return account
    }
    return (accounts, try plan(reopened, invoices))
  }

  private func plan(_ accounts: [OrderAccount], _ invoices: [Invoice]) throws -> BillPlan {
    try BillPlan(
      tenant: tenant.slug, period: period, accounts: accounts, taken: Set(invoices.map(\.content.number)))
  }

  /// `invoices` are all of the month, void ones among them.
  private func accounts(_ invoices: [Invoice]) throws -> [OrderAccount] {
    let store = InvoiceStore(tx)
    let later = try store.laterInvoices(than: period.last)
    let orders = try store.orders()
    let flights = try flightAccounts(orders)
    return orders.map { order in
      let own = invoices.filter { $0.content.order == order.id }
      return OrderAccount(
        order: order, flights: flights[order.id] ?? [], standing: own.first { $0.status == .draft },
        fixed: own.filter(\.status.isFixed),
        lastRevision: own.filter { $0.status != .draft }.map(\.content.revision).max() ?? 0,
        laterInvoice: later[order.id])
    }
  }

  /// The flights that have begun by the period's end or were billed before, with their figures, by order.
  private func flightAccounts(_ orders: [BilledOrder]) throws -> [Identifier<InsertionOrder>: [FlightAccount]] {
    let billed = try InvoiceStore(tx).billed(before: period.start)
    let campaigns = Set(orders.map(\.campaign)).sorted()
    let flights = try campaigns.flatMap { try FlightStore(tx).all(of: $0) }
      .filter { $0.startsOn <= period.last || billed[$0.id] != nil }
    let deliveries = try DeliveryLedger(tx).deliveries(of: flights, through: period.last)
    let episodes = Set(deliveries.flatMap { $0.spots.map(\.spot.episode) }).sorted()
    let titles = try SpotStore(tx).episodes(episodes).mapValues(\.title)
    let imports = try DeliveryStore(tx).imports(
      of: flights.filter { $0.insertion == .dynamic }.map(\.id), through: period.last)
    let conversions = try conversions(of: flights, orders)
    var accounts: [Identifier<InsertionOrder>: [FlightAccount]] = [:]
    for (flight, delivery) in zip(flights, deliveries) {
      accounts[flight.order, default: []].append(
        FlightAccount(
          flight: flight,
          delivered: delivered(delivery, titles, (imports[flight.id] ?? []).map(\.description)),
          conversions: conversions[flight.id], billed: billed[flight.id]?.billed ?? .nothing,
          billedThrough: billed[flight.id]?.through))
    }
    return accounts
  }

  private func delivered(
    _ delivery: FlightDelivery, _ titles: [Identifier<Episode>: String], _ imports: [String]
  ) -> FlightAccount.Delivered? {
    // A fee and a price per airing need no count: what nobody has counted is rated as nothing delivered.
    guard let units = delivery.units ?? (delivery.provenance == .counted ? 0 : nil) else { return nil }
    let spots = delivery.spots.filter { $0.spot.status == .aired }.map { part in
      BillEvidence.SpotUnits(
        spot: part.spot.id, episode: titles[part.spot.episode] ?? "", airsOn: part.spot.airsOn, units: part.units)
    }
    return FlightAccount.Delivered(
      provenance: delivery.provenance, units: units, spots: spots.filter { $0.airsOn <= period.last },
      source: delivery.source, imports: imports,
      // Of several days of the same height the first.
      peak: delivery.days.max { ($0.units, $1.day) < ($1.units, $0.day) })
  }

  /// What attribution gives the CPA flights; a flight whose sponsor has no run with the window is not among them.
  private func conversions(
    of flights: [Flight], _ orders: [BilledOrder]
  ) throws -> [Identifier<Flight>: FlightAccount.Conversions] {
    let sponsors = Dictionary(orders.map { ($0.id, $0.sponsor) }, uniquingKeysWith: { first, _ in first })
    let paid = Dictionary(grouping: flights.filter { $0.priceModel == .cpa }) { sponsors[$0.order] }
    let store = AttributionStore(tx)
    var conversions: [Identifier<Flight>: FlightAccount.Conversions] = [:]
    for (sponsor, flights) in paid {
      guard let sponsor, let run = try store.run(sponsor: sponsor, window: Self.window) else { continue }
      let tallies = try store.tallies(sponsor: sponsor, window: Self.window, through: period.last)
      let behind = try store.conversions(of: sponsor, through: period.last, importedAfter: run.runAt)
      for flight in flights {
        let tally = tallies[flight.id] ?? ConversionTally()
        conversions[flight.id] = FlightAccount.Conversions(
          byCode: tally.byCode, byLastTouch: tally.byLastTouch, windowDays: Self.window.days, unattributed: behind)
      }
    }
    return conversions
  }
}
