import PodctlCore

/// How the figures came about, in words.
enum MethodText {
  static func facts(_ report: SponsorReport) -> [Document.Fact] {
    let method = report.method
    let models = AttributionModel.allCases.map { $0.title.lowercased() }.joined(separator: ", ")
    return [
      Document.Fact(
        "Downloads",
        "\(method.claim.sentences) One download for each listener (address and player), episode and "
          + "day that took at least a minute of audio. Bots, data centres, probes and watch duplicates are left out."),
      Document.Fact("Rules and lists", rules(method)),
      Document.Fact("Delivered", delivered(report)),
      Document.Fact(
        "Listeners reached",
        "Distinct listeners within the \(report.period.noun). Reach of several periods or flights is never added up."),
      Document.Fact(
        "Conversions",
        "An order is matched to downloads by the same household in the \(method.attributionDays) days before it, and "
          + "belongs to the day of the order. Models: \(models). Single figures use \(method.model.title.lowercased())."
      ),
      Document.Fact("Promo code", "An order with a flight's code is that flight's, whole, under every model."),
      Document.Fact("Pacing", "Delivered ÷ (goal × days elapsed ÷ days of the flight). 1.00 is exactly on pace."),
      Document.Fact(
        "Spend", "Owed at the end of the \(report.period.noun) less owed before it, by the rule of the invoice."),
      Document.Fact(
        "Rounding",
        "Money is rounded once a line, half away from zero. Shares are rounded so that rows add up to their total."),
      Document.Fact("Days", "Cut in \(report.period.zone). Money is in \(report.currency)."),
      Document.Fact(
        "Signs",
        "counted: from our logs by these rules. imported: counted by somebody else. modelled: estimated (projections "
          + "only). — is unknown, 0 is zero, † is not final: figures may rise for 30 days."),
    ]
  }

  private static func rules(_ method: ReportMethod) -> String {
    let parts = [
      method.rules.isEmpty ? nil : method.rules.joined(separator: ", "),
      method.lists.isEmpty ? nil : "lists " + method.lists.joined(separator: ", "),
    ].compactMap { $0 }
    return parts.isEmpty ? FigureText.unknown : parts.joined(separator: "; ")
  }

  private static func delivered(_ report: SponsorReport) -> String {
    let days = report.method.windowDays.map { "\($0)" }.joined(separator: " or ")
    let counted =
      days.isEmpty
      ? ""
      : "A baked-in spot is delivered with each counted download of its episode in the \(days) days from its air date. "
    let imported =
      report.groups.contains { $0.provenance == .imported }
      ? "A dynamic flight's delivery is what its ad server counted; it is imported and never added to our count." : ""
    let text = counted + imported
    return text.isEmpty ? FigureText.unknown : text
  }
}
