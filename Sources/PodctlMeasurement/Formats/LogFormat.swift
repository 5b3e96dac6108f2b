import PodctlCore

/// The format of one log, with what its own header says of its columns.
enum LogFormat: Equatable {
  case cloudFront(CloudFrontLayout)
  case combined
  case delimited(LogLayout)
  case json(LogLayout)

  /// The name under which a count keeps it.
  var name: String {
    switch self {
    case .cloudFront: "cloudfront"
    case .combined: "combined"
    case .delimited(let layout), .json(let layout): layout.schema.name
    }
  }

  var layout: CloudFrontLayout? {
    if case .cloudFront(let layout) = self { layout } else { nil }
  }

  var escape: TextEscape {
    switch self {
    case .cloudFront: .percent
    case .combined: .backslash
    case .delimited(let layout), .json(let layout): layout.schema.escape
    }
  }

  /// The format from here on when the line names columns, as each of several logs put together begins; nil for every
  /// other line. Only asked about lines that cannot be read as records, which such a line never can.
  func renewed(by line: ByteSpan) -> LogFormat? {
    guard case .delimited(let layout) = self, layout.width > 0 else { return nil }
    return DelimitedLines.layout(of: line, layout.schema).map { .delimited($0) }
  }

  static func binary(_ name: String) -> PodctlError {
    PodctlError(
      .logUnreadable, "\(name) is no text, so it is no log that podctl reads",
      hint: "give logs in text, plain or compressed with gzip or zstd", context: [.init("file", name)])
  }
}
