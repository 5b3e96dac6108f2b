extension Sheet {
  private static let gap = "  "

  /// Columns side by side under headings, numbers to the right. Only a terminal has a width to fit.
  func tableText(_ layout: Layout) -> String {
    let cells = rows.map { $0.map { $0.human(layout) } }
    let titles = headings.map { $0.title.uppercased() }
    var widths = titles.map { DisplayWidth.of($0) }
    for row in cells {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    if let width = layout.width { shrink(&widths, to: width, least: titles.map { DisplayWidth.of($0) }) }
    var text = line(titles, widths, ink: .bold, layout)
    for row in cells { text += line(row, widths, ink: nil, layout) }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int], ink: Ink?, _ layout: Layout) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let fitted = DisplayWidth.truncated(cell, to: widths[index])
      text += (index > 0 ? Sheet.gap : "")
      text += DisplayWidth.padded(fitted, to: widths[index], trailing: headings[index].isTrailing)
    }
    while text.last == " " { text.removeLast() }
    return (ink?.on(text, if: layout.hasColor) ?? text) + "\n"
  }

  /// Takes columns of words down, the widest first, never below its title or eight columns; figures stay whole.
  private func shrink(_ widths: inout [Int], to total: Int, least: [Int]) {
    var excess = widths.reduce(0, +) + Sheet.gap.count * max(0, widths.count - 1) - total
    while excess > 0 {
      let candidates = widths.indices.filter { !headings[$0].isTrailing && widths[$0] > max(8, least[$0]) }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  /// One thing: a line for each field.
  func cardText(_ layout: Layout) -> String {
    guard let row = rows.first else { return "" }
    let width = headings.map { DisplayWidth.of($0.title) }.max() ?? 0
    var text = ""
    for (heading, value) in zip(headings, row) {
      let title = Ink.bold.on(DisplayWidth.padded(heading.title, to: width), if: layout.hasColor)
      text += title + Sheet.gap + value.human(layout) + "\n"
    }
    return text
  }

  /// A table of GitHub-flavoured Markdown.
  func markdownText(_ layout: Layout) -> String {
    var plainLayout = layout
    plainLayout.now = nil
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    func cell(_ value: FieldValue) -> String { Sheet.markdownCell(value.human(plainLayout)) }
    if shape == .single {
      let fields = zip(headings, rows.first ?? []).map { line([Sheet.markdownCell($0.title), cell($1)]) }
      return line(["Field", "Value"]) + line(["---", "---"]) + fields.joined()
    }
    return line(headings.map { Sheet.markdownCell($0.title) }) + line(headings.map { $0.isTrailing ? "---:" : "---" })
      + rows.map { line($0.map(cell)) }.joined()
  }

  private static func markdownCell(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "<", "`", "*", "_", "[": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }
}
