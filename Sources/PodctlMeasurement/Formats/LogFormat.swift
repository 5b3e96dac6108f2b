import PodctlCore

/// The formats that are read, with what a log's own header says of its columns.
enum LogFormat: Equatable {
  case cloudFront(CloudFrontLayout)
  case combined

  /// The name under which a count keeps it.
  var name: String {
    switch self {
    case .cloudFront: "cloudfront"
    case .combined: "combined"
    }
  }

  var layout: CloudFrontLayout? {
    if case .cloudFront(let layout) = self { layout } else { nil }
  }

  static func binary(_ name: String) -> PodctlError {
    PodctlError(
      .logUnreadable, "\(name) is no text, so it is no log that podctl reads",
      hint: "give CloudFront standard or nginx/Apache combined logs, plain or gzip", context: [.init("file", name)])
  }

  var escape: TextEscape {
    switch self {
    case .cloudFront: .percent
    case .combined: .backslash
    }
  }

  /// The format of a log whose first line that is no comment is given: without a `#Fields` line before it, it is in
  /// combined format or none that podctl reads. Throws `log_unreadable`.
  static func of(headless line: ByteSpan, hasComments: Bool, name: String) throws(PodctlError) -> LogFormat {
    let tabs = line.count { $0 == 9 }
    guard hasComments || tabs >= 6 else { return .combined }
    throw PodctlError(
      .logUnreadable, "\(name) has no #Fields line, so its columns are not known",
      hint: "keep the first two lines of a CloudFront log when it is cut or filtered",
      context: [.init("file", name)])
  }

  /// The format that a `#Fields` line declares; throws `log_unreadable` when a needed column is missing.
  static func of(fields line: ByteSpan, name: String) throws(PodctlError) -> LogFormat {
    guard let layout = CloudFrontLayout(line) else {
      throw PodctlError(
        .logUnreadable, "the #Fields line of \(name) lacks a column that counting needs",
        hint: "it needs date, time, sc-bytes, c-ip, cs-method, cs-uri-stem and sc-status",
        context: [.init("file", name)])
    }
    return .cloudFront(layout)
  }
}
