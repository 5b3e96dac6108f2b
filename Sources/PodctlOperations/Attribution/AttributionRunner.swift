import PodctlCore
import PodctlStore

/// Credits a sponsor's conversions to the spots that their households downloaded.
public enum AttributionRunner {
  /// Conversions taken at a time: memory holds these, the touches of their households and their credits.
  static let pageSize = 500

  /// Replaces what earlier runs with this window gave for conversions of the days (all when nil), in one transaction:
  /// running again over the same facts leaves the same rows.
  public static func run(
    sponsor: Identifier<Sponsor>, window: AttributionWindow, days: ClosedRange<Day>?, tenant: Identifier<Tenant>,
    database: Database, now: Instant
  ) throws -> AttributionRun {
    try database.write(for: tenant) { tx in
      try IngestedFileStore(tx).lock()
      let store = AttributionStore(tx)
      let codes = try store.promoCodes(sponsor: sponsor)
      try store.deleteCredits(sponsor: sponsor, window: window, days: days)
      var summary = AttributionSummary()
      var last: Conversion?
      while true {
        let page = try ConversionStore(tx).page(sponsor: sponsor, days: days, after: last, limit: pageSize)
        try credit(page, sponsor: sponsor, window: window, codes: codes, store: store, &summary)
        guard page.count == pageSize else { break }
        last = page.last
      }
      let run = AttributionRun(window: window, runAt: now, days: days, summary: summary)
      try store.save(run, sponsor: sponsor)
      return run
    }
  }

  /// Credits one page of conversions, which come in the order of their instants.
  private static func credit(
    _ page: [Conversion], sponsor: Identifier<Sponsor>, window: AttributionWindow, codes: PromoCodes,
    store: AttributionStore, _ summary: inout AttributionSummary
  ) throws {
    guard let first = page.first, let last = page.last else { return }
    let households = Set(page.flatMap(\.households)).sorted { $0.lexicographicallyPrecedes($1) }
    let touches = try store.touches(
      of: households, sponsor: sponsor, from: window.opening(before: first.occurredAt), to: last.occurredAt)
    var credited: [(conversion: Conversion, credits: [Credit])] = []
    for conversion in page {
      let known = conversion.households.flatMap { touches[$0] ?? [] }
      let inside = Attribution.inWindow(known, of: conversion, window)
      let flight = conversion.promoCode.flatMap { codes.flight(for: $0, on: conversion.day) }
      summary.count(conversion, touches: inside.count, codeFlight: flight)
      credited.append((conversion, Attribution.credits(of: conversion, among: inside, codeFlight: flight)))
    }
    try store.insert(credited, sponsor: sponsor, window: window)
  }
}
