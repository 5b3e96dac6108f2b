import PodctlCore

/// The notes of a report in words.
enum NoteText {
  static func of(_ note: DeliveryNote, _ report: SponsorReport) -> String {
    switch note {
    case .missed(let day, let episode, let reason):
      "Missed: “\(episode)” on \(DateText.long(day)) did not carry the spot"
        + (reason.map { " (\($0))" } ?? "") + ". It counts nothing."
    case .unconfirmed(let day, let episode):
      "“\(episode)” of \(DateText.long(day)) is not confirmed as aired. It counts nothing until it is."
    case .notCounted(let flight):
      "\(flight) is part of its episodes, and no log of their show covers any of its days, so its delivery is unknown (—) "
        + "and in no total."
    case .notImported(let flight):
      "\(flight) is inserted dynamically and its ad server's figures have not been imported, so its delivery and "
        + "spend are unknown (—) and in no total."
    case .imported(let flight, let source, let day):
      "\(flight): delivery as counted by \(source), imported"
        + (day.map { " through \(DateText.long($0))" } ?? "") + "; no part of it is our own count."
    case .incomplete(let day):
      day.map {
        "The \(report.flights.contains { $0.provenance == .counted } ? "logs" : "figures") reach "
          + "\(DateText.long($0)), not yet the end of the \(report.period.noun). Figures stop there and "
          + "are not compared with a full \(report.period.noun)."
      } ?? "No data of this \(report.period.noun) has come in yet."
    case .flatFee(let flight, let day):
      "\(flight) has a flat fee. As on the invoice, it stands in the period in which the flight ends "
        + "(\(DateText.long(day)))."
    case .beyondLimit(let flight, let limit, let delivered):
      "\(flight) delivered \(FigureText.units(delivered)); \(FigureText.units(limit)) are paid for, the rest is a bonus."
    case .notAttributed: "Conversions have not been credited, so conversions and revenue are unknown (—)."
    case .attributionBehind(let count):
      "\(FigureText.units(count)) conversions of this \(report.period.noun) came in after credit was last given and "
        + "are not in it yet."
    case .otherCurrency: "Some conversions carry a value in another currency; they count without it."
    }
  }

  /// What a later revision says otherwise than the one before.
  static func restatements(_ revision: ReportRevision, _ report: SponsorReport) -> [String] {
    guard revision.restatesReportOf != nil else { return [] }
    let changes = revision.restated.map { change in
      "\(name(change.figure, report)) \(value(change.from, change.figure, report)) → "
        + value(change.to, change.figure, report)
    }
    let what = changes.isEmpty ? "figures below the headline" : changes.joined(separator: "; ")
    return ["Revision \(revision.number) restates revision \(revision.number - 1): \(what)."]
  }

  private static func name(_ figure: Restatement.Figure, _ report: SponsorReport) -> String {
    switch figure {
    case .delivered: "delivered to date"
    case .inPeriod: "delivered in the \(report.period.noun)"
    case .reach: "listeners reached"
    case .conversions: "conversions"
    case .redemptions: "promo code orders"
    case .spend: "spend"
    case .revenue: "revenue"
    }
  }

  private static func value(_ value: Int64?, _ figure: Restatement.Figure, _ report: SponsorReport) -> String {
    switch figure {
    case .delivered, .inPeriod, .reach, .redemptions: FigureText.units(value)
    case .conversions: FigureText.hundredths(value)
    case .spend, .revenue: FigureText.money(value, report.currency)
    }
  }

  /// What the sponsor is asked to do, by rule.
  static func asked(_ report: SponsorReport) -> [String] {
    let contact = report.contact ?? report.tenantName
    var asked: [String] = []
    switch report.verdict {
    case .under, .behind:
      let missing = (report.mainGroup?.goal ?? 0) - (report.mainGroup?.projected ?? 0)
      if missing > 0 {
        asked.append(
          "At this rate \(FigureText.units(missing)) will be missing at the end. Tell \(contact) whether you prefer "
            + "further spots as a makegood or a credit.")
      }
    case .short(let missing):
      asked.append(
        "\(FigureText.units(missing)) are missing. Tell \(contact) whether you prefer a makegood or a credit.")
    default: break
    }
    for case .notImported(let flight) in report.notes {
      asked.append("Ask your ad server for the delivery of \(flight) by day and send it to \(contact).")
    }
    if report.credit.runAt == nil { asked.append("Send your orders to \(contact), so that they can be credited.") }
    return asked.isEmpty ? ["Nothing is asked of you. Questions go to \(contact)."] : asked
  }
}
