import Glibc
import PodctlCore

/// Finds a log's format from its first lines.
struct FormatDetection {
  /// So many lines are tried: the first of a log may be torn.
  private static let mostLines = 20
  let choice: FormatChoice
  /// The log's name in messages.
  let name: String
  /// Comments have been read.
  var hasComments = false

  init(_ choice: FormatChoice, name: String) {
    self.choice = choice
    self.name = name
  }

  /// The format that a `#Fields` line declares, or nil where comments do not matter; throws `log_unreadable` when a
  /// needed column is missing.
  mutating func format(byComment line: ByteSpan) throws(PodctlError) -> LogFormat? {
    hasComments = true
    guard choice.kind == .detected || choice.kind == .cloudFront, line.hasPrefix("#Fields:") else { return nil }
    if let layout = CloudFrontLayout(line) { return .cloudFront(layout) }
    let names = line.dropFirst("#Fields:".utf8.count).split { $0 == 32 || $0 == 9 }
      .map { String(decoding: $0, as: UTF8.self) }
    let layout = LogLayout(.cloudFrontStamped, names: names, hasHeader: false)
    guard layout.missing == nil else {
      throw PodctlError(
        .logUnreadable, "the #Fields line of \(name) lacks a column that counting needs",
        hint: "it needs date and time or timestamp, sc-bytes, c-ip, cs-method, cs-uri-stem and sc-status",
        context: [.init("file", name)])
    }
    return .delimited(layout)
  }

  /// The format of a log whose first line that is no comment stands at the beginning of `ahead`, with what has been read
  /// of the log behind it. Throws `log_unreadable`.
  func format(of ahead: ByteSpan) throws(PodctlError) -> LogFormat {
    let lines = FormatDetection.lines(ahead)
    switch choice.kind {
    case .combined: return .combined
    case .cloudFront: throw headless
    case .schemas(let schemas): return try format(schemas, lines)
    case .detected: break
    }
    var reading = TableLines()
    for line in lines {
      for schema in LogSchema.known {
        if let format = FormatDetection.format(schema, by: line, isAsked: false, &reading) { return format }
      }
      var request = LoggedRequest()
      var clock = ClockReader()
      if CombinedLines.read(line, into: &request, &clock) { return .combined }
    }
    let first = lines.first ?? .nothing
    if hasComments || first.count(where: { $0 == 9 }) >= 6 { throw headless }
    if first.hasPrefix("{") {
      throw PodctlError(
        .logUnreadable, "\(name) is JSON of no format that podctl knows",
        hint: "say with --format-map which key holds what", context: [.init("file", name)])
    }
    return .combined
  }

  private var headless: PodctlError {
    PodctlError(
      .logUnreadable, "\(name) has no #Fields line, so its columns are not known",
      hint:
        "keep the first two lines of a CloudFront log when it is cut or filtered, or name its format with --log-format",
      context: [.init("file", name)])
  }

  /// A format that was asked for, bound to this log.
  private func format(_ schemas: [LogSchema], _ lines: [ByteSpan]) throws(PodctlError) -> LogFormat {
    var reading = TableLines()
    for line in lines {
      for schema in schemas {
        if let format = FormatDetection.format(schema, by: line, isAsked: true, &reading) { return format }
      }
    }
    // No line can be read: each is malformed, which the ledger says better than an error about the first.
    if let json = schemas.first(where: { $0.shape == .json }) { return .json(LogLayout(json: json)) }
    let schema = schemas[0]
    guard case .delimited(let delimiting) = schema.shape else { return .json(LogLayout(json: schema)) }
    if let order = delimiting.orders.first { return .delimited(LogLayout(schema, names: order, hasHeader: false)) }
    let names = lines.first.map { DelimitedLines.names(in: $0, delimiting) } ?? []
    let layout = LogLayout(schema, names: names, hasHeader: true)
    let lacked = schema.columns.filter { (layout.missing ?? []).contains($0.field) }
    throw PodctlError(
      .logUnreadable, "the first line of \(name) does not name the columns of the format \(schema.name)",
      hint: lacked.isEmpty
        ? "keep the first line of the log when it is cut or filtered"
        : "it lacks \(lacked.map { $0.names.joined(separator: " or ") }.joined(separator: ", "))",
      context: [.init("file", name)])
  }

  /// The format when a line is of that schema: its header, or a line that can be read by it. A table that should have a
  /// header is read without one only where it was asked for.
  private static func format(
    _ schema: LogSchema, by line: ByteSpan, isAsked: Bool, _ reading: inout TableLines
  ) -> LogFormat? {
    guard case .delimited(let delimiting) = schema.shape else {
      guard line.count > 0, line[0] == UInt8(ascii: "{") else { return nil }
      let format = LogFormat.json(LogLayout(json: schema))
      return reading.hasMarks(line, format) ? format : nil
    }
    if let layout = DelimitedLines.layout(of: line, schema) { return layout.missing == nil ? .delimited(layout) : nil }
    guard isAsked || !delimiting.hasHeader else { return nil }
    return delimiting.orders.lazy.map { LogFormat.delimited(LogLayout(schema, names: $0, hasHeader: false)) }
      .first { reading.isReadable(line, $0) }
  }

  private static func lines(_ ahead: ByteSpan) -> [ByteSpan] {
    var lines: [ByteSpan] = []
    var start = 0
    while start < ahead.count, lines.count < mostLines {
      let newline = ahead.firstIndex(of: 10, from: start)
      // What stands behind the last newline may be half a line, unless it is all there is.
      guard newline != nil || lines.isEmpty else { break }
      var end = newline ?? ahead.count
      let next = end + 1
      if end > start, ahead[end - 1] == 13 { end -= 1 }
      if end > start, ahead[start] != UInt8(ascii: "#") { lines.append(ahead.slice(start, end)) }
      start = next
    }
    return lines
  }
}
