import PodctlCore

/// An invoice as people read it, on a screen, on paper or in a file.
public enum InvoiceDocument {
  /// `order` names campaign and sponsor as they are called today, and `claim` is what is said of the tenant's counts; the
  /// rest is the invoice's own.
  public static func of(
    _ invoice: Invoice, order: BilledOrder, tenant: Tenant, claim: CountingClaim
  ) -> Document {
    let content = invoice.content
    return Document(
      title: "Invoice \(content.number)",
      masthead: Document.Masthead(
        kicker: tenant.name, heading: "Invoice \(content.number)",
        subheading: DateText.range(content.firstDay, content.lastDay), facts: facts(invoice, order, tenant),
        verdict: standing(invoice)),
      sections: [lines(content)] + behind(content), footer: footer(content, tenant, claim))
  }

  private static func facts(_ invoice: Invoice, _ order: BilledOrder, _ tenant: Tenant) -> [Document.Fact] {
    let content = invoice.content
    return [
      Document.Fact("From", tenant.name),
      Document.Fact("Bill to", content.billTo),
      Document.Fact("PO", content.poNumber ?? "—"),
      Document.Fact("Terms", content.termsDays == 0 ? "due on receipt" : "net \(content.termsDays) days"),
      Document.Fact("Period", "\(content.firstDay) to \(content.lastDay), days in \(tenant.zone)"),
      Document.Fact("Sponsor", order.sponsorName),
      Document.Fact("Campaign", "\(order.campaignName), insertion order \(order.number)"),
    ] + agency(content) + [Document.Fact("Total", money(content.total))]
  }

  /// Whose agency pays, and a commission that is told and not taken off.
  private static func agency(_ content: InvoiceContent) -> [Document.Fact] {
    guard let terms = content.terms else { return [] }
    var facts: [Document.Fact] = []
    if terms.payer == .agency { facts.append(Document.Fact("Payer", "agency of the sponsor")) }
    if let commission = terms.commission, !terms.isNet {
      facts.append(Document.Fact("Agency commission", "\(commission) %, not taken off: the amounts are gross"))
    }
    return facts
  }

  private static func standing(_ invoice: Invoice) -> Document.Verdict {
    switch invoice.status {
    case .draft:
      Document.Verdict(
        tone: .neutral, word: "Draft", sentence: "Not issued yet: drafting again takes late deliveries in.")
    case .approved:
      Document.Verdict(tone: .neutral, word: "Approved", sentence: "Its lines are fixed; it goes out with bill issue.")
    case .open: Document.Verdict(tone: .neutral, word: "Open", sentence: "Issued, and not paid yet.")
    case .paid: Document.Verdict(tone: .good, word: "Paid", sentence: "Nothing is owed on it any more.")
    case .uncollectible:
      Document.Verdict(tone: .caution, word: "Uncollectible", sentence: "Written off; it was never paid.")
    case .void:
      Document.Verdict(tone: .caution, word: "Void", sentence: "Withdrawn; nothing is owed on it.")
    }
  }

  private static func lines(_ content: InvoiceContent) -> Document.Section {
    let rows = content.lines.map { line in
      [
        DocumentTable.Cell(line.description, detail: EvidenceText.sentence(line, content.currency)),
        DocumentTable.Cell(EvidenceText.price(line, content.currency)),
        DocumentTable.Cell(FixedPoint.grouped(line.units)),
        DocumentTable.Cell(money(Money(minor: line.amountMinor, content.currency))),
      ]
    }
    let table = DocumentTable(
      caption: "",
      columns: [.init("Flight"), .init("Price"), .init("Units", isFigure: true), .init("Amount", isFigure: true)],
      rows: rows + beside(content), total: ["Total", "", "", DocumentTable.Cell(money(content.total))])
    return Document.Section(id: "lines", title: "Lines", blocks: [.table(table)])
  }

  /// The rows between the flights' lines and the total: commission and tax, after their subtotal.
  private static func beside(_ content: InvoiceContent) -> [[DocumentTable.Cell]] {
    var rows: [[DocumentTable.Cell]] = []
    for charge in content.charges {
      switch charge.kind {
      case .line: continue
      case .commission(let rate):
        rows.append(["Agency commission", DocumentTable.Cell("\(rate) %"), "", amount(charge)])
      case .tax(let tax):
        rows.append([DocumentTable.Cell(tax.name), DocumentTable.Cell("\(tax.rate) %"), "", amount(charge)])
      }
    }
    func amount(_ charge: InvoiceCharge) -> DocumentTable.Cell {
      DocumentTable.Cell(money(Money(minor: charge.amountMinor, content.currency)))
    }
    return rows.isEmpty ? [] : [["Subtotal", "", "", DocumentTable.Cell(money(content.subtotal))]] + rows
  }

  /// The spots or imports of each line, so that its units can be found again.
  private static func behind(_ content: InvoiceContent) -> [Document.Section] {
    let blocks = content.lines.flatMap { line -> [Document.Block] in
      let evidence = line.evidence
      var blocks: [Document.Block] = []
      if !evidence.spots.isEmpty {
        let rows = evidence.spots.map { spot in
          [
            DocumentTable.Cell(spot.episode), DocumentTable.Cell("\(spot.airsOn)"),
            DocumentTable.Cell(spot.units.map { FixedPoint.grouped($0) } ?? "—"),
          ]
        }
        blocks.append(.paragraph("\(line.description): \(line.provenance.rawValue), to \(evidence.lastDay)"))
        blocks.append(
          .table(
            DocumentTable(
              caption: "",
              columns: [.init("Episode"), .init("Aired"), .init("Delivered to date", isFigure: true)], rows: rows)))
      }
      if !evidence.imports.isEmpty {
        blocks.append(.note("\(line.description): imports \(evidence.imports.joined(separator: ", "))"))
      }
      return blocks
    }
    return blocks.isEmpty ? [] : [Document.Section(id: "evidence", title: "What stands behind it", blocks: blocks)]
  }

  private static func footer(_ content: InvoiceContent, _ tenant: Tenant, _ claim: CountingClaim) -> [String] {
    var lines = [
      "Each line is what the flight owes to the period's end, less what earlier months billed; it is rounded once, "
        + "half away from zero."
    ]
    if content.commission.minor != 0 {
      lines.append("The commission is rounded once for the invoice, and falls on its lines by largest remainder.")
    }
    if content.taxes.minor != 0 { lines.append("Tax is rounded line by line, on what is left after the commission.") }
    if content.lines.contains(where: { $0.provenance == .counted }) {
      lines.append(claim.sentences)
    }
    if tenant.isDemo { lines.append("Demo tenant: made-up figures, never billed.") }
    return lines
  }

  private static func money(_ money: Money) -> String { FieldValue.money(money).human(.piped) }
}
