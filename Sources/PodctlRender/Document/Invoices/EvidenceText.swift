import PodctlCore

/// What stands behind an invoice's line, in words.
public enum EvidenceText {
  /// `currency` is the line's; without it its terms' amounts are left out. For example `41,230 downloads of 3 spots, 1–31 October 2026`.
  public static func sentence(_ line: InvoiceLine, _ currency: Currency? = nil) -> String {
    let evidence = line.evidence
    var parts: [String] = []
    switch evidence.basis {
    case .downloads:
      parts.append("\(counted(line.units, "download")) counted in \(counted(Int64(evidence.spots.count), "spot"))")
    case .imported:
      parts.append("\(FixedPoint.grouped(line.units)) delivered, imported from \(evidence.source ?? "a source")")
    case .fee:
      let spots = counted(Int64(evidence.spots.count), "spot")
      parts.append(
        line.priceModel == .spot
          ? "fee by the spot: \(spots) aired to date"
          : "fee for the flight: \(spots), \(FixedPoint.grouped(line.deliveredUnits)) delivered")
    case .conversions:
      let code = FixedPoint.grouped(evidence.byCode ?? 0)
      let touch = FixedPoint.grouped(evidence.byLastTouch ?? 0)
      let window = evidence.windowDays.map { " within \($0) days" } ?? ""
      parts.append("conversions to date: \(code) by promo code, \(touch) by last touch\(window)")
    }
    parts.append(DateText.range(evidence.firstDay, evidence.lastDay))
    if let limit = evidence.limit, line.deliveredUnits > limit {
      parts.append("\(FixedPoint.grouped(line.deliveredUnits)) delivered, billed to \(FixedPoint.grouped(limit))")
    }
    if let currency { parts += terms(evidence, currency) }
    if line.amountMinor < 0 { parts.append("gives back what was billed before a recount") }
    return parts.joined(separator: "; ")
  }

  /// The rate with what it is for.
  public static func price(_ line: InvoiceLine, _ currency: Currency) -> String {
    let rate = FieldValue.money(Money(minor: line.rateMinor, currency)).human(.piped)
    switch line.priceModel {
    case .cpm:
      let tiers = (line.evidence.tiers ?? []).map {
        ", from \(FixedPoint.grouped($0.after + 1)) on \(money($0.rateMinor, currency))"
      }
      return "\(rate) per 1,000\(tiers.joined())"
    case .spot: return "\(rate) per spot"
    case .flat: return "\(rate) flat"
    case .cpa: return "\(rate) per conversion"
    }
  }

  private static func terms(_ evidence: BillEvidence, _ currency: Currency) -> [String] {
    [
      evidence.owedUnits.map { "\(FixedPoint.grouped($0)) billed as booked and owed in airings" },
      evidence.raisedToMinor.map { "raised to the minimum of \(money($0, currency))" },
      evidence.loweredToMinor.map { "held at the maximum of \(money($0, currency))" },
    ].compactMap { $0 }
  }

  private static func money(_ minor: Int64, _ currency: Currency) -> String {
    FieldValue.money(Money(minor: minor, currency)).human(.piped)
  }

  private static func counted(_ number: Int64, _ noun: String) -> String {
    "\(FixedPoint.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
