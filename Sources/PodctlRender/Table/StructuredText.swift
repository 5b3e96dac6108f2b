extension Sheet {
  /// `{"schema":…,"data":[…],"meta":{…}}`; a single thing is an object in `data`.
  var jsonText: String {
    let names = names
    var bytes = Array("{\"schema\":".utf8)
    JSONText.append(schema, to: &bytes)
    bytes += ",\"data\":".utf8
    if shape == .list {
      bytes.append(UInt8(ascii: "["))
      for (index, row) in rows.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(row, names, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    } else if let row = rows.first {
      append(row, names, to: &bytes)
    } else {
      bytes += "null".utf8
    }
    bytes += ",\"meta\":".utf8
    JSONText.append(.object(meta), to: &bytes)
    bytes += "}\n".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bare rows, one a line.
  var ndjsonText: String {
    let names = names
    var bytes: [UInt8] = []
    for row in rows {
      append(row, names, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Each column's key with what stands before it, written once for all rows.
  private var names: [[UInt8]] {
    headings.enumerated().map { index, heading in
      var bytes = [UInt8(ascii: index == 0 ? "{" : ",")]
      JSONText.append(heading.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      return bytes
    }
  }

  private func append(_ row: [FieldValue], _ names: [[UInt8]], to bytes: inout [UInt8]) {
    for (name, value) in zip(names, row) {
      bytes += name
      JSONText.append(value, to: &bytes)
    }
    bytes += (names.isEmpty ? "{}" : "}").utf8
  }
}
