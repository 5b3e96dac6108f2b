extension Sheet {
  private func object(_ row: [FieldValue]) -> FieldValue {
    .object(zip(headings, row).map { FieldValue.Entry($0.name, $1) })
  }

  /// `{"schema":…,"data":[…],"meta":{…}}`; a single thing is an object in `data`.
  var jsonText: String {
    let data: FieldValue = shape == .list ? .list(rows.map(object)) : rows.first.map(object) ?? .null
    return JSONText.object([.init("schema", .text(schema)), .init("data", data), .init("meta", .object(meta))]) + "\n"
  }

  /// Bare rows, one a line.
  var ndjsonText: String { rows.map { JSONText.of(object($0)) + "\n" }.joined() }
}
