/// The blocks of a document as HTML.
enum HTMLBlocks {
  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  static func of(_ block: Document.Block) -> String {
    switch block {
    case .paragraph(let text): "<p>\(escaped(text))</p>"
    case .note(let text): "<p class=\"note\">\(escaped(text))</p>"
    case .list(let points):
      "<ul class=\"points\">\n\(points.map { "<li>\(escaped($0))</li>\n" }.joined())</ul>"
    case .facts(let facts): self.facts(facts)
    case .cards(let cards): self.cards(cards)
    case .line(let chart): line(chart)
    case .bars(let chart): bars(chart)
    case .table(let table): self.table(table)
    case .command(let command): "<pre><code>\(escaped(command))</code></pre>"
    }
  }

  static func facts(_ facts: [Document.Fact]) -> String {
    guard !facts.isEmpty else { return "" }
    let entries = facts.map { "<div><dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd></div>\n" }
    return "<dl class=\"facts\">\n\(entries.joined())</dl>"
  }

  private static func cards(_ cards: [Card]) -> String {
    "<dl class=\"cards\">\n\(cards.map(card).joined())</dl>"
  }

  private static func card(_ card: Card) -> String {
    let dagger = card.isImmature ? "<sup>†</sup>" : ""
    var text = "<div class=\"card\"><dt>\(escaped(card.label))</dt>\n"
    text += "<dd class=\"value\">\(escaped(card.value))\(dagger)</dd>\n"
    if let meter = card.meter {
      func percent(_ thousandths: Int64) -> String { SVGText.length(Int(min(max(thousandths, 0), 1000))) + "%" }
      let mark = meter.expected.map { "<b style=\"left:\(percent($0))\"></b>" } ?? ""
      text += "<dd class=\"meter\" aria-hidden=\"true\"><i style=\"width:\(percent(meter.reached))\"></i>\(mark)</dd>\n"
    }
    for detail in card.details { text += "<dd class=\"detail\">\(escaped(detail))</dd>\n" }
    if let change = card.change {
      text += "<dd class=\"change \(change.tone.rawValue)\"><span class=\"arrow\">\(change.arrow)</span> "
      text += "\(escaped(change.text))</dd>\n"
    } else if let reason = card.noChange {
      text += "<dd class=\"change neutral\">\(escaped(reason))</dd>\n"
    }
    return text + "</div>\n"
  }

  private static func line(_ chart: LineChart) -> String {
    var legend = "<li><i></i>\(escaped(chart.actual.label))</li>\n"
    if let target = chart.target { legend += "<li><i class=\"dashed\"></i>\(escaped(target.label))</li>\n" }
    if let projection = chart.projection {
      legend += "<li><i class=\"dotted\"></i>\(escaped(projection.label))</li>\n"
    }
    return "<figure>\n<figcaption>\(escaped(chart.title))</figcaption>\n\(chart.svg(.wide))\(chart.svg(.narrow))"
      + "<ul class=\"legend\">\n\(legend)</ul>\n</figure>"
  }

  private static func bars(_ chart: BarChart) -> String {
    let hasBefore = chart.bars.contains { $0.before != nil }
    let legend =
      hasBefore ? "<ul class=\"legend\"><li><i class=\"mark\"></i>the period before</li></ul>\n" : ""
    return "<figure>\n<figcaption>\(escaped(chart.title))</figcaption>\n"
      + chart.svg(width: 7200, className: "chart wide") + chart.svg(width: 3430, className: "chart narrow") + legend
      + "</figure>"
  }

  // Roles are spelt out because a phone shows the table as blocks, which would take its meaning away.
  private static func table(_ table: DocumentTable) -> String {
    var text = "<div class=\"tablewrap\">\n<table role=\"table\">\n"
    text += table.caption.isEmpty ? "" : "<caption>\(escaped(table.caption))</caption>\n"
    text += "<thead role=\"rowgroup\">\n<tr role=\"row\">"
    for column in table.columns {
      // Short titles stay on one line.
      let title = column.title.count > 9 ? column.title : column.title.replacing(" ", with: "\u{a0}")
      text += "<th role=\"columnheader\" scope=\"col\"\(className(column, nil))>\(escaped(title))</th>"
    }
    text += "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n"
    let longest = table.rows.joined().map(\.spark.count).max() ?? 0
    for row in table.rows { text += self.row(row, table.columns, longest) }
    text += "</tbody>\n"
    if let total = table.total { text += "<tfoot role=\"rowgroup\">\n\(row(total, table.columns, longest))</tfoot>\n" }
    return text + "</table>\n</div>"
  }

  private static func className(_ column: DocumentTable.Column, _ cell: DocumentTable.Cell?) -> String {
    let isBlank = cell.map { $0.text.isEmpty } ?? false
    let kind = column.isFigure ? "figure" : column.isDate ? "date" : column.isHash ? "hash" : nil
    let names = [kind, isBlank ? "blank" : nil].compactMap(\.self)
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  /// A dagger hangs out to the right, so that the digits stay below those of the figures that have none.
  private static func figure(_ text: String) -> String {
    guard text.hasSuffix("†"), text.count > 1 else { return escaped(text) }
    return "<span>\(escaped(String(text.dropLast())))<i class=\"open\">†</i></span>"
  }

  private static func row(_ cells: [DocumentTable.Cell], _ columns: [DocumentTable.Column], _ longest: Int) -> String {
    var text = "<tr role=\"row\">"
    for (index, (cell, column)) in zip(cells, columns).enumerated() {
      let detail = cell.detail.map { "<small>\(escaped($0))</small>" } ?? ""
      let spark = cell.spark.isEmpty ? "" : Sparkline.svg(cell.spark, of: longest)
      let content = "\(spark)\(figure(cell.text))\(detail)"
      let names = className(column, cell)
      text +=
        index == 0
        ? "<th role=\"rowheader\" scope=\"row\"\(names)>\(content)</th>"
        : "<td role=\"cell\"\(names) data-label=\"\(escaped(column.title))\">\(content)</td>"
    }
    return text + "</tr>\n"
  }
}
