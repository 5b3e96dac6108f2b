import PodctlCore

/// What stands behind an invoice's line, in words.
public enum EvidenceText {
  /// For example `41,230 downloads of 3 spots, 1–31 October 2026`.
  public static func sentence(_ line: InvoiceLine) -> String {
    let evidence = line.evidence
    var parts: [String] = []
    switch evidence.basis {
    case .downloads:
      parts.append("\(counted(line.units, "download")) counted in \(counted(Int64(evidence.spots.count), "spot"))")
    case .imported:
      parts.append("\(FixedPoint.grouped(line.units)) delivered, imported from \(evidence.source ?? "a source")")
    case .fee:
      let spots = counted(Int64(evidence.spots.count), "spot")
      parts.append("fee for the flight: \(spots), \(FixedPoint.grouped(line.deliveredUnits)) delivered")
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
    if line.amountMinor < 0 { parts.append("gives back what was billed before a recount") }
    return parts.joined(separator: "; ")
  }

  /// The rate with what it is for.
  public static func price(_ line: InvoiceLine, _ currency: Currency) -> String {
    let rate = FieldValue.money(Money(minor: line.rateMinor, currency)).human(.piped)
    switch line.priceModel {
    case .cpm: return "\(rate) per 1,000"
    case .flat: return "\(rate) flat"
    case .cpa: return "\(rate) per conversion"
    }
  }

  private static func counted(_ number: Int64, _ noun: String) -> String {
    "\(FixedPoint.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
