/// A table in a mail. Few columns stand side by side; more would be cut off on a phone, so that each row then becomes a
/// name with its figures below it.
struct EmailTable {
  private static let widest = 4

  private let table: DocumentTable
  private let shown: [[DocumentTable.Cell]]

  init(_ table: DocumentTable, rowLimit: Int) {
    self.table = table
    shown = Array(table.rows.prefix(rowLimit))
  }

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  var html: String {
    let caption = table.caption.isEmpty ? "" : "<p style=\"\(EmailStyle.note)\">\(escaped(table.caption))</p>\n"
    let more = table.rows.count - shown.count
    let rest =
      more == 0
      ? "" : "<p style=\"\(EmailStyle.note)\">and \(more) more rows, all of them in the attached file.</p>\n"
    return caption + (table.columns.count <= Self.widest ? sideBySide : stacked) + rest
  }

  private var sideBySide: String {
    var text = "<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" width=\"100%\">\n<tr>"
    for (index, column) in table.columns.enumerated() {
      text +=
        "<th scope=\"col\" valign=\"bottom\" \(place(column, index, EmailStyle.head))>\(escaped(column.title))</th>"
    }
    text += "</tr>\n"
    for row in shown { text += line(row, isTotal: false) }
    if let total = table.total { text += line(total, isTotal: true) }
    return text + "</table>\n"
  }

  private func line(_ cells: [DocumentTable.Cell], isTotal: Bool) -> String {
    var text = "<tr>"
    for (index, (cell, column)) in zip(cells, table.columns).enumerated() {
      let style = EmailStyle.cell + (isTotal ? ";font-weight:bold" : "")
      text += "<td valign=\"top\" \(place(column, index, style))>\(content(cell))</td>"
    }
    return text + "</tr>\n"
  }

  private func place(_ column: DocumentTable.Column, _ index: Int, _ style: String) -> String {
    let edge = index == 0 ? style.replacing("6px 0 6px 10px", with: "6px 0") : style
    return
      "align=\"\(column.isFigure ? "right" : "left")\" style=\"\(edge)\(column.isFigure ? ";white-space:nowrap" : "")\""
  }

  private func content(_ cell: DocumentTable.Cell) -> String {
    let detail = cell.detail.map {
      "<br><span style=\"font-size:12px;color:\(EmailStyle.soft)\">\(escaped($0))</span>"
    }
    return escaped(cell.text) + (detail ?? "")
  }

  private var stacked: String {
    var rows = shown.map { row($0, isTotal: false) }.joined()
    if let total = table.total { rows += row(total, isTotal: true) }
    return EmailStyle.layout("\n" + rows)
  }

  private func row(_ cells: [DocumentTable.Cell], isTotal: Bool) -> String {
    let figures = zip(table.columns, cells).dropFirst().filter { !$1.text.isEmpty }.map { column, cell in
      // A cell's second line is a remark on its first.
      let detail = cell.detail.map { " (\(escaped($0)))" } ?? ""
      return
        "<span style=\"white-space:nowrap\"><span style=\"color:\(EmailStyle.soft)\">\(escaped(column.title))</span> "
        + "\(escaped(cell.text))\(detail)</span>"
    }
    let weight = isTotal ? "border-top:1px solid \(EmailStyle.soft)" : "border-bottom:1px solid \(EmailStyle.faint)"
    let name = cells.first.map { "<b>\(escaped($0.text))</b>" + ($0.detail.map { ", \(escaped($0))" } ?? "") } ?? ""
    return "<tr><td style=\"padding:8px 0;font-size:13px;line-height:20px;\(weight)\">\(name)<br>"
      + "\(figures.joined(separator: "&nbsp;&middot; "))</td></tr>\n"
  }
}
