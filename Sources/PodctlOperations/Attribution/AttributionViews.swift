import PodctlCore
import PodctlStore

/// What attribution found, read for people: the models side by side, and why one order was credited as it was.
public enum AttributionViews {
  /// A comparison and the run that it was made from.
  public struct Compared: Sendable {
    public var run: AttributionRun
    public var comparison: AttributionComparison
  }

  /// The models over a sponsor's flights for conversions of some days (all when nil). Throws `attribution_not_run` when
  /// the sponsor has no run with this window.
  public static func compare(
    _ tx: TenantTransaction, sponsor: Sponsor, window: AttributionWindow, days: ClosedRange<Day>? = nil
  ) throws -> Compared {
    let store = AttributionStore(tx)
    guard let run = try store.run(sponsor: sponsor.id, window: window) else {
      throw PodctlError(
        .attributionNotRun, "attribution has not been run for \(sponsor.slug) with a window of \(window.days) days",
        hint: "run it first; it can be run again at any time",
        commands: ["podctl attribution run --sponsor \(sponsor.slug) --window-days \(window.days)"])
    }
    return Compared(
      run: run,
      comparison: AttributionComparison(
        flights: try store.flights(sponsor: sponsor.id),
        totals: try store.totals(sponsor: sponsor.id, window: window, days: days)))
  }

  /// An explanation, the names it needs, and whether the stored run says the same.
  public struct Explained: Sendable {
    public var explanation: AttributionExplanation
    public var flights: [CreditedFlight]
    /// Nil where there was no run with this window yet.
    public var run: AttributionRun?
    /// False where downloads, spots or conversions changed since the run.
    public var agreesWithRun: Bool
  }

  /// Why an order was credited as it was. Throws `conversion_not_found` with a suggestion.
  public static func explain(
    _ tx: TenantTransaction, order: String, sponsor: Sponsor, window: AttributionWindow
  ) throws -> Explained {
    let conversions = ConversionStore(tx)
    guard let conversion = try conversions.find(order, sponsor: sponsor.id) else {
      let known = try conversions.recentOrders(sponsor: sponsor.id, limit: 1000)
      throw PodctlError(
        .conversionNotFound, "\(sponsor.slug) has no conversion with the order id \"\(order)\"",
        hint: Suggestion.nearest(to: order, among: known).map { "did you mean \"\($0)\"?" }
          ?? (known.isEmpty ? "import its conversions first" : "name an order id as the import had it"),
        commands: known.isEmpty ? ["podctl attribution import --sponsor \(sponsor.slug) FILE"] : [])
    }
    let store = AttributionStore(tx)
    let touches = try store.touches(
      of: conversion.households, sponsor: sponsor.id, from: Instant(seconds: 0),
      to: conversion.occurredAt.advanced(seconds: 366 * 86_400))
    let known = conversion.households.flatMap { touches[$0] ?? [] }
    let explanation = AttributionExplanation(
      conversion, window: window, touches: known, codes: try store.promoCodes(sponsor: sponsor.id))
    let stored = try store.credits(of: conversion, window: window)
    return Explained(
      explanation: explanation, flights: try store.flights(sponsor: sponsor.id),
      run: try store.run(sponsor: sponsor.id, window: window), agreesWithRun: Set(stored) == Set(explanation.credits))
  }
}
