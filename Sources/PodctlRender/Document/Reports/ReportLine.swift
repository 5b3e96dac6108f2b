import PodctlCore

/// One figure of a report on a line of its own, for spreadsheets and scripts.
public struct ReportLine: Sendable {
  var section: String
  var flight: String?
  var day: Day?
  /// What the figure is of, where it is not a flight as a whole: an episode, a model.
  var item: String?
  var figure: String
  var value: FieldValue
  /// The currency of an amount; empty for anything else.
  var currency: Currency?
  var provenance: String?

  public static let listing = Listing<ReportLine>(
    schema: SponsorReportData.schema,
    [
      Column("section", "Section") { .text($0.section) },
      Column("flight", "Flight") { .text($0.flight) },
      Column("day", "Day") { .day($0.day) },
      Column("item", "Item") { .text($0.item) },
      Column("figure", "Figure") { .text($0.figure) },
      Column("value", "Value", .trailing) { $0.value },
      Column("currency", "Currency") { .text($0.currency?.code) },
      Column("provenance", "Provenance") { .text($0.provenance) },
    ])
}
