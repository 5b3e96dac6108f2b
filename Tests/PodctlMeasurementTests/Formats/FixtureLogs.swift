import Foundation
import PodctlCore

@testable import PodctlMeasurement

/// The small logs of `Fixtures/logs`, one for each format.
enum FixtureLogs {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fixtures").standardizedFileURL.path

  static func source(_ name: String) -> LogSource { .file(root + "/logs/" + name) }

  static func catalogue() throws -> EpisodeCatalogue {
    try EpisodeCatalogue(
      episodes: ["a", "seven"],
      paths: [
        MeasuredPath(path: "/a.mp3", episode: 0, bytes: 10_000_000, seconds: 600),
        MeasuredPath(path: "ep-7", episode: 1, bytes: nil),
      ])
  }

  static func counter(
    _ formats: FormatChoice = .detected, rules: CountingRules = .standard, keepsListeners: Bool = false
  ) throws -> DownloadCounter {
    var counter = DownloadCounter(
      try catalogue(), lists: try Counting.lists.get(), rules: rules, threads: 2, keepsListeners: keepsListeners)
    counter.formats = formats
    return counter
  }

  static func count(_ text: String, _ formats: FormatChoice = .detected) throws -> DownloadCount {
    try counter(formats).count([.memory(name: "test.log", bytes: Array(text.utf8))])
  }
}
