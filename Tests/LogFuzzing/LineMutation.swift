import SeededNumbers

/// Spoils lines in the ways in which logs are spoilt, and in some in which only enemies spoil them.
struct LineMutation {
  private var random: SplitMix
  private static let morsels = [
    "\"", "\\", "%", "%2", "%00", "%25%32%30", "\\x", "\\u", "\\ud800", "\\\"", "\t", " ", "|", ",", ";", "[", "]", "{",
    "}", "{\"a\":", "#", "?", "-", "\r", "\n", "\u{feff}", "99999999999999999999", "-1", "0", "9223372036854775807",
    "18446744073709551616", "1e309", "nan", "null", "::", "::ffff:1.2.3.4", "255.255.255.255", "bytes=", "bytes=-",
    "bytes=5-1", "bytes=0-0,5-9", "1970-01-01", "9999-12-31T23:59:60Z", "/a.mp3", "https://", "https://op3.dev/e/",
    "GET", "206", "000", "watchOS", "bot", "é", "\u{2028}",
  ].map { Array($0.utf8) }

  init(_ random: SplitMix) { self.random = random }

  /// A line spoilt up to four times, or left as it is; never with a zero in it, which would make the log a binary file.
  mutating func spoil(_ line: [UInt8], _ other: [UInt8]) -> [UInt8] {
    var line = line
    for _ in 0..<random.below(5) {
      let at = random.below(line.count + 1)
      switch random.below(10) {
      case 0: if at < line.count { line[at] = random.byte() }
      case 1: if at < line.count { line.remove(at: at) }
      case 2: line.insert(random.byte(), at: at)
      case 3, 4: line.insert(contentsOf: LineMutation.morsels[random.below(LineMutation.morsels.count)], at: at)
      case 5: line.removeSubrange(at...)
      case 6: line = Array(line[..<at] + other[min(at, other.count)...])
      case 7: if at < line.count { line.removeSubrange(at..<min(line.count, at + random.below(20))) }
      case 8:
        let end = min(line.count, at + random.below(40))
        line.insert(contentsOf: line[at..<end], at: random.below(line.count + 1))
      default:
        // Now and then a text longer than any buffer that somebody may have thought enough.
        guard random.below(200) == 0 else { break }
        line.insert(contentsOf: [UInt8](repeating: random.byte(), count: 1 << (8 + random.below(10))), at: at)
      }
    }
    return line
  }
}
