extension Document {
  /// The document for a terminal or a plain text file; without a terminal's width it takes 100 columns.
  /// Tables are fitted to `tableWidth` where it is another.
  public func terminalText(_ layout: Layout, tableWidth: Int? = nil) -> String {
    TerminalText(
      layout: layout, width: min(layout.width ?? 100, 120), tableWidth: tableWidth ?? layout.width
    ).of(self)
  }
}

/// The blocks of a document as lines of text.
struct TerminalText {
  let layout: Layout
  let width: Int
  /// Nil where tables are as wide as they are.
  let tableWidth: Int?

  func of(_ document: Document) -> String {
    let head = document.masthead
    var text = ink(.bold, clean(head.heading)) + "\n" + clean(head.kicker) + " · " + clean(head.subheading) + "\n\n"
    if let verdict = head.verdict {
      let words = wrapped("\(verdict.word). \(verdict.sentence)", to: width)
      text += ink(color(of: verdict.tone), words) + "\n\n"
    }
    text += facts(head.facts)
    for section in document.sections {
      text += "\n" + ink(.bold, clean(section.title)) + "\n"
      text += section.blocks.map(block).joined(separator: "\n")
    }
    if !document.footer.isEmpty { text += "\n" }
    for line in document.footer { text += ink(.dim, wrapped(line, to: width)) + "\n" }
    return text
  }

  private func ink(_ ink: Ink, _ text: String) -> String { ink.on(text, if: layout.hasColor) }
  private func clean(_ text: String) -> String { FieldValue.singleLine(text) }

  private func color(of tone: Document.Tone) -> Ink {
    switch tone {
    case .good: .green
    case .caution: .yellow
    case .bad: .red
    case .neutral: .bold
    }
  }

  private func block(_ block: Document.Block) -> String {
    switch block {
    case .paragraph(let text): wrapped(text, to: width) + "\n"
    case .note(let text): ink(.dim, wrapped(text, to: width)) + "\n"
    case .list(let points):
      points.map { wrapped("- " + $0, to: width, indent: "  ") + "\n" }.joined()
    case .facts(let facts): self.facts(facts)
    case .cards(let cards): cards.map { card($0, labels: cards.map { DisplayWidth.of($0.label) }.max() ?? 0) }.joined()
    case .line(let chart): line(chart)
    case .bars(let chart): bars(chart)
    case .table(let table): self.table(table)
    case .command(let command): "  " + command + "\n"
    }
  }

  private func facts(_ facts: [Document.Fact]) -> String {
    let names = facts.map { DisplayWidth.of($0.name) }.max() ?? 0
    return facts.map { fact in
      let name = DisplayWidth.padded(clean(fact.name), to: names + 2)
      return wrapped(name + fact.value, to: width, indent: String(repeating: " ", count: names + 2)) + "\n"
    }.joined()
  }

  private func card(_ card: Card, labels: Int) -> String {
    var text = "  " + DisplayWidth.padded(clean(card.label), to: labels + 2) + ink(.bold, clean(card.marked))
    if let change = card.change {
      text += "  " + ink(color(of: change.tone), "\(change.arrow) \(clean(change.text))")
    } else if let reason = card.noChange {
      text += "  " + ink(.dim, clean(reason))
    }
    text += "\n"
    let indent = String(repeating: " ", count: labels + 4)
    if let meter = card.meter { text += indent + self.meter(meter) + "\n" }
    for detail in card.details { text += wrapped(indent + detail, to: width, indent: indent) + "\n" }
    return text
  }

  /// `█████░░│░░`: the bar is what was reached, the stroke what should have been.
  private func meter(_ meter: Card.Meter) -> String {
    let cells = 40
    let reached = Int(min(max(meter.reached, 0), 1000)) * cells / 1000
    var bar = (0..<cells).map { $0 < reached ? "█" : "░" }
    if let expected = meter.expected { bar[min(cells - 1, Int(min(max(expected, 0), 1000)) * cells / 1000)] = "│" }
    return bar.joined()
  }

  private func line(_ chart: LineChart) -> String {
    var text = wrapped(chart.title, to: width) + "\n"
    let labels = chart.series.map { DisplayWidth.of($0.label) }.max() ?? 0
    for series in chart.series {
      text += "  " + DisplayWidth.padded(clean(series.label), to: labels + 2)
      text += FixedPoint.grouped(series.points.last?.value ?? 0) + "\n"
    }
    let growth = zip(chart.actual.points.dropFirst(), chart.actual.points).map { max(0, $0.value - $1.value) }
    if !growth.isEmpty {
      text += "  by day " + Sparkline.text(growth, limit: width - 12) + "\n"
    }
    return text
  }

  private func bars(_ chart: BarChart) -> String {
    let labels = chart.bars.map { DisplayWidth.of($0.label) }.max() ?? 0
    let figures = chart.bars.map { DisplayWidth.of($0.text) }.max() ?? 0
    let room = max(10, min(50, width - labels - figures - 8))
    let greatest = max(1, chart.bars.map(\.value).max() ?? 1)
    return wrapped(chart.title, to: width) + "\n"
      + chart.bars.map { bar in
        let length = Int(Int128(room) * Int128(max(0, bar.value)) / Int128(greatest))
        return "  " + DisplayWidth.padded(clean(bar.label), to: labels) + "  "
          + DisplayWidth.padded(clean(bar.text), to: figures, trailing: true) + "  "
          + String(repeating: "█", count: length) + "\n"
      }.joined()
  }

  private func table(_ table: DocumentTable) -> String {
    func written(_ cell: DocumentTable.Cell) -> String {
      clean([cell.text, cell.detail].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "))
    }
    let titles = table.columns.map(\.title)
    let rows = table.rows.map { $0.map(written) }
    let total = table.total.map { $0.map(written) }
    var widths = titles.map { DisplayWidth.of($0) }
    for row in rows + (total.map { [$0] } ?? []) {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    if let tableWidth { shrink(&widths, table.columns, to: tableWidth) }
    func drawn(_ cells: [String]) -> String {
      var text = ""
      for (index, cell) in cells.enumerated() {
        let fitted = DisplayWidth.truncated(cell, to: widths[index])
        text += (index > 0 ? "  " : "")
        text += DisplayWidth.padded(fitted, to: widths[index], trailing: table.columns[index].isFigure)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    var text = table.caption.isEmpty ? "" : wrapped(table.caption, to: width) + "\n"
    text += ink(.dim, drawn(titles)) + "\n" + rows.map { drawn($0) + "\n" }.joined()
    if let total { text += ink(.bold, drawn(total)) + "\n" }
    return text
  }

  /// Columns of words give way on a narrow terminal; figures stay whole.
  private func shrink(_ widths: inout [Int], _ columns: [DocumentTable.Column], to limit: Int) {
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - limit
    while excess > 0 {
      let words = widths.indices.filter { !columns[$0].isFigure && widths[$0] > 10 }
      guard let widest = words.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  /// Breaks at blanks; lines after the first begin with the indent.
  func wrapped(_ text: String, to width: Int, indent: String = "") -> String {
    var lines: [String] = []
    var line = ""
    var isStart = true
    for word in clean(text).split(separator: " ", omittingEmptySubsequences: false) {
      let next = isStart ? line + word : line + " " + word
      if DisplayWidth.of(next) > width, !isStart, line != indent {
        lines.append(line)
        line = indent + word
      } else {
        line = next
      }
      isStart = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
