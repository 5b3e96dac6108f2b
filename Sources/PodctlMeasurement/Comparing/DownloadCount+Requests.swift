import PodctlCore

extension DownloadCount {
  /// Requests that passed the filters, by episode and the day of their window, sorted by both: what would count if
  /// nothing were counted once only and no threshold were asked for.
  public var requests: [Row] {
    var counts: [Int64: Int64] = [:]
    table.forEachWindow { window in
      counts[Int64(window.episode) << 32 | Int64(UInt32(bitPattern: window.day)), default: 0] += window.lines
    }
    let rows = counts.map { key, requests in
      Row(
        episode: catalogue.episodes[Int(key >> 32)],
        day: Day(number: Int(Int32(bitPattern: UInt32(truncatingIfNeeded: key)))), downloads: requests)
    }
    return rows.sorted {
      $0.episode == $1.episode ? $0.day < $1.day : $0.episode.utf8.lexicographicallyPrecedes($1.episode.utf8)
    }
  }
}
