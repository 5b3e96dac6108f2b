/// The blocks of a document as a mail shows them: tables and inline styles, bars as cells, trends as text, so that
/// nothing is lost where pictures are off.
struct EmailBlocks {
  /// Rows of a table that a mail shows; the attached file has them all.
  let rowLimit: Int

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  func of(_ block: Document.Block) -> String {
    switch block {
    case .paragraph(let text): "<p style=\"\(EmailStyle.paragraph)\">\(escaped(text))</p>\n"
    case .note(let text): "<p style=\"\(EmailStyle.note)\">\(escaped(text))</p>\n"
    case .list(let points): list(points)
    case .facts(let facts): self.facts(facts)
    case .cards(let cards): self.cards(cards)
    case .line(let chart): line(chart)
    case .bars(let chart): bars(chart)
    case .table(let table): EmailTable(table, rowLimit: rowLimit).html
    case .command(let command):
      "<p style=\"margin:0 0 12px;padding:10px 12px;background:\(EmailStyle.faint);font-family:Menlo,Consolas,monospace;"
        + "font-size:12px;line-height:18px;word-break:break-all\">\(escaped(command))</p>\n"
    }
  }

  private func list(_ points: [String]) -> String {
    let items = points.map { "<li style=\"margin:0 0 6px;font-size:15px;line-height:22px\">\(escaped($0))</li>\n" }
    return "<ul style=\"margin:0 0 12px;padding:0 0 0 18px\">\n\(items.joined())</ul>\n"
  }

  func facts(_ facts: [Document.Fact]) -> String {
    let rows = facts.map {
      "<tr><td width=\"120\" valign=\"top\" style=\"padding:2px 12px 2px 0;\(EmailStyle.label)\">\(escaped($0.name))</td>"
        + "<td valign=\"top\" style=\"padding:2px 0;font-size:13px;line-height:18px\">\(escaped($0.value))</td></tr>\n"
    }
    return EmailStyle.layout("\n" + rows.joined())
  }

  private func cards(_ cards: [Card]) -> String {
    let pairs = stride(from: 0, to: cards.count, by: 2).map { start in
      let pair = cards[start..<min(start + 2, cards.count)].map {
        "<td width=\"50%\" valign=\"top\" style=\"padding:12px 12px 14px 0;border-top:1px solid \(EmailStyle.rule)\">"
          + "\(card($0))</td>"
      }
      return "<tr>\(pair.joined())\(pair.count == 1 ? "<td width=\"50%\"></td>" : "")</tr>\n"
    }
    return EmailStyle.layout("\n" + pairs.joined())
  }

  private func card(_ card: Card) -> String {
    var text = "<div style=\"\(EmailStyle.label)\">\(escaped(card.label))</div>"
    text += "<div style=\"font-size:26px;line-height:34px;font-weight:bold\">\(value(card.marked))</div>"
    if let meter = card.meter { text += bar(thousandths: meter.reached) }
    for detail in card.details { text += "<div style=\"\(EmailStyle.label)\">\(escaped(detail))</div>" }
    if let change = card.change {
      let color = EmailStyle.color(of: change.tone)
      text +=
        "<div style=\"font-size:13px;line-height:20px;color:\(color)\">\(change.arrow) \(escaped(change.text))</div>"
    } else if let reason = card.noChange {
      text += "<div style=\"\(EmailStyle.label)\">\(escaped(reason))</div>"
    }
    return text
  }

  /// The currency in small letters, so that an amount stays on one line on a phone.
  private func value(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].count == 3, words[0].allSatisfy({ ("A"..."Z").contains($0) }) else {
      return escaped(text)
    }
    return "<span style=\"font-size:14px\">\(words[0])</span> \(escaped(String(words[1])))"
  }

  /// What of a whole is reached, as two cells in whole percents.
  private func bar(thousandths: Int64, height: Int = 8) -> String {
    let reached = Int(min(max(thousandths, 0), 1000) + 5) / 10
    func cell(_ percent: Int, _ color: String) -> String {
      percent == 0
        ? ""
        : "<td width=\"\(percent)%\" height=\"\(height)\" bgcolor=\"\(color)\" "
          + "style=\"font-size:1px;line-height:\(height)px\">&nbsp;</td>"
    }
    let cells = cell(reached, EmailStyle.accent) + cell(100 - reached, EmailStyle.accentSoft)
    return EmailStyle.layout("<tr>\(cells)</tr>", attributes: "width=\"100%\" style=\"margin:6px 0\"")
  }

  private func line(_ chart: LineChart) -> String {
    let rows = chart.series.map { series in
      "<tr><td style=\"padding:2px 12px 2px 0;\(EmailStyle.label)\">\(escaped(series.label))</td>"
        + "<td align=\"right\" style=\"padding:2px 0;font-size:13px;line-height:18px\">"
        + "\(FixedPoint.grouped(series.points.last?.value ?? 0))</td></tr>\n"
    }
    let growth = zip(chart.actual.points.dropFirst(), chart.actual.points).map { max(0, $0.value - $1.value) }
    let trend =
      growth.isEmpty
      ? ""
      : "<p style=\"\(EmailStyle.note)\">By day <span aria-hidden=\"true\" style=\"font-size:16px;color:"
        + "\(EmailStyle.accent)\">\(Sparkline.text(growth))</span></p>\n"
    return "<p style=\"\(EmailStyle.note)\"><b style=\"color:\(EmailStyle.ink)\">\(escaped(chart.title))</b><br>"
      + "\(escaped(chart.description))</p>\n"
      + EmailStyle.layout("\n" + rows.joined(), attributes: "") + trend
  }

  private func bars(_ chart: BarChart) -> String {
    let greatest = max(1, chart.bars.map(\.value).max() ?? 1)
    let rows = chart.bars.map { bar in
      let share = Int64(Int128(max(0, bar.value)) * 1000 / Int128(greatest))
      return "<tr><td width=\"92\" style=\"padding:2px 10px 2px 0;\(EmailStyle.label)\">\(escaped(bar.label))</td>"
        + "<td style=\"padding:2px 0\">\(self.bar(thousandths: share, height: 12))</td>"
        + "<td width=\"70\" align=\"right\" style=\"padding:2px 0 2px 10px;font-size:13px;line-height:18px\">"
        + "\(escaped(bar.text))</td></tr>\n"
    }
    return "<p style=\"\(EmailStyle.note)\"><b style=\"color:\(EmailStyle.ink)\">\(escaped(chart.title))</b></p>\n"
      + EmailStyle.layout("\n" + rows.joined())
  }
}
