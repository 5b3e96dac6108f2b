import PodctlCore

extension TaskFinding {
  /// Words of caution about a log that was read; `redirects` says that it is counted as a log of redirects. Throws
  /// `log_unreadable` for one of which no line could be read.
  func check(_ source: LogSource, redirects: Bool) throws(PodctlError) -> [String] {
    var warnings: [String] = []
    if lines == 0 {
      // A log of comments alone says truly that there was no request; one of blank lines says nothing.
      if !isEmpty, format == nil { throw TaskFinding.unreadable(source.name) }
      warnings.append(isEmpty ? "\(source.name) is empty" : "\(source.name) has no lines")
    } else if ledger[.malformed] == lines {
      // A day on which nobody came but a scanner is a log all the same.
      guard withoutRequest * 2 >= lines else { throw TaskFinding.unreadable(source.name) }
      warnings.append("\(source.name) holds no request: nothing of it counts")
    }
    if format == LogSchema.op3Hits.name, !redirects {
      warnings.append(
        "\(source.name) is a log of redirects, which knows nothing of the bytes that follow: count it by the profile prefix (--counting-profile prefix)"
      )
    }
    let readable = lines - ledger[.malformed]
    if anonymised > 0, anonymised * 2 >= readable {
      warnings.append(
        "\(source.name) has anonymised addresses (\(anonymised) of \(readable) lines): listeners behind one of "
          + "them are taken for one, so downloads are too few; switch anonymisation off where the log is made")
    }
    return warnings
  }

  private static func unreadable(_ name: String) -> PodctlError {
    PodctlError(
      .logUnreadable, "\(name) has no line that can be read",
      hint: "name its format with --log-format, or say with --format-map which column holds what",
      context: [.init("file", name)])
  }
}

extension DownloadCount.LogSummary {
  init(_ source: LogSource, _ finding: TaskFinding) {
    let hasTimes = finding.first <= finding.last
    self.init(
      name: source.name, format: finding.format, lines: finding.lines,
      first: hasTimes ? Instant(seconds: finding.first) : nil, last: hasTimes ? Instant(seconds: finding.last) : nil)
  }
}
