import Glibc
import PodctlCore

/// Reads lines whose cells are separated by one character.
enum DelimitedLines {
  /// Fills in the values of the columns that are asked for; false for a line that is cut wrongly.
  static func read(_ line: ByteSpan, _ layout: LogLayout, into values: inout FieldValues) -> Bool {
    guard case .delimited(let delimiting) = layout.schema.shape else { return false }
    values.begin(line.count)
    layout.setConstants(values)
    var cells = DelimitedCells(line, delimiting)
    return layout.columns.withUnsafeBufferPointer { columns in
      layout.places.withUnsafeBufferPointer { places in
        var column = 0
        while column < columns.count {
          guard var cell = cells.next() else { break }
          let place = columns[column]
          if place >= 0 {
            if cells.hasDoubledQuotes {
              let doubled = cell
              cell = values.take(doubled.count) { DelimitedCells.undouble(doubled, into: $0) }
            }
            values.set(places[place].field, cell, rank: places[place].rank)
          }
          column += 1
        }
        // More cells than a CSV's header names: somewhere a separator stands where it should be quoted.
        if layout.width > 0, delimiting.quoting == .doubled {
          while column <= layout.width, cells.next() != nil { column += 1 }
          if column > layout.width { return false }
        }
        return !cells.isTorn
      }
    }
  }

  /// The layout by a line that names columns; nil when the line does not name what the format is known by.
  static func layout(of header: ByteSpan, _ schema: LogSchema) -> LogLayout? {
    guard case .delimited(let delimiting) = schema.shape, delimiting.hasHeader, header.count < 1 << 16 else {
      return nil
    }
    let layout = LogLayout(schema, names: names(in: header, delimiting), hasHeader: true)
    return layout.hasMarks ? layout : nil
  }

  /// The cells of a header as text, without a byte order mark and blanks around them.
  static func names(in header: ByteSpan, _ delimiting: LogSchema.Delimiting) -> [String] {
    var text = header
    if text.count >= 3, text[0] == 0xef, text[1] == 0xbb, text[2] == 0xbf { text = text.slice(3, text.count) }
    var cells = DelimitedCells(text, delimiting)
    var names: [String] = []
    while let cell = cells.next() {
      var name = cell
      while name.count > 0, name[0] == 32 { name = name.slice(1, name.count) }
      while name.count > 0, name[name.count - 1] == 32 { name = name.slice(0, name.count - 1) }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}
