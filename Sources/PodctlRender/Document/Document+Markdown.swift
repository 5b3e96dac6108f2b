extension Document {
  /// GitHub-flavoured Markdown.
  public var markdownText: String {
    func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    var text = "# \(escaped(masthead.heading))\n\n\(escaped(masthead.kicker)) · \(escaped(masthead.subheading))\n\n"
    if let verdict = masthead.verdict { text += "> **\(escaped(verdict.word)).** \(escaped(verdict.sentence))\n\n" }
    text += MarkdownText.facts(masthead.facts) + "\n"
    for section in sections {
      text += "## \(escaped(section.title))\n\n"
      for block in section.blocks { text += MarkdownText.of(block) + "\n" }
    }
    if !footer.isEmpty { text += "---\n\n" }
    for line in footer { text += escaped(line) + "  \n" }
    return text
  }
}

/// The blocks of a document as Markdown, each ending with a line end.
enum MarkdownText {
  static func of(_ block: Document.Block) -> String {
    switch block {
    case .paragraph(let text), .note(let text): escaped(text) + "\n"
    case .list(let points): points.map { "- \(escaped($0))\n" }.joined()
    case .facts(let facts): self.facts(facts)
    case .cards(let cards): self.cards(cards)
    case .line(let chart): line(chart)
    case .bars(let chart): bars(chart)
    case .table(let table): self.table(table)
    case .command(let command): "```sh\n\(command)\n```\n"
    }
  }

  static func facts(_ facts: [Document.Fact]) -> String {
    facts.map { "- **\(escaped($0.name)):** \(escaped($0.value))\n" }.joined()
  }

  private static func cards(_ cards: [Card]) -> String {
    let columns = ["", "Figure", "Change", "More"]
    var text = line(columns) + line(["---", "---:", "---", "---"])
    for card in cards {
      let change = card.change.map { "\($0.arrow) \($0.text)" } ?? card.noChange ?? ""
      text += line(
        [
          "**\(escaped(card.label))**", escaped(card.marked), escaped(change),
          escaped(card.details.joined(separator: "; ")),
        ])
    }
    return text
  }

  private static func line(_ chart: LineChart) -> String {
    var text = "**\(escaped(chart.title))**\n\n\(escaped(chart.description))\n\n"
    text += line(["", "Last value"]) + line(["---", "---:"])
    for series in chart.series {
      text += line([escaped(series.label), FixedPoint.grouped(series.points.last?.value ?? 0)])
    }
    return text
  }

  private static func bars(_ chart: BarChart) -> String {
    let hasBefore = chart.bars.contains { $0.before != nil }
    var text = "**\(escaped(chart.title))**\n\n"
    text += line(["", "Figure"] + (hasBefore ? ["The period before"] : []))
    text += line(["---", "---:"] + (hasBefore ? ["---:"] : []))
    for bar in chart.bars {
      let before = bar.before.map { FixedPoint.grouped($0) } ?? "—"
      text += line([escaped(bar.label), escaped(bar.text)] + (hasBefore ? [before] : []))
    }
    return text
  }

  private static func table(_ table: DocumentTable) -> String {
    func written(_ cell: DocumentTable.Cell) -> String {
      escaped([cell.text, cell.detail].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    var text = table.caption.isEmpty ? "" : escaped(table.caption) + "\n\n"
    text += line(table.columns.map { escaped($0.title) }) + line(table.columns.map { $0.isFigure ? "---:" : "---" })
    for row in table.rows { text += line(row.map(written)) }
    if let total = table.total {
      text += line(total.map { $0.text.isEmpty ? "" : "**\(written($0))**" })
    }
    return text
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in FieldValue.singleLine(text) {
      switch character {
      case "|", "\\", "<", "`", "*", "_", "[", "#", "~": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }
}
