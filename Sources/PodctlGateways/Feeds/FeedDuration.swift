/// The forms of `itunes:duration`: seconds, minutes and seconds, hours, minutes and seconds.
enum FeedDuration {
  /// Whole seconds for `3723`, `62:03` or `1:02:03`; nil for anything else and for nothing at all (zero).
  static func seconds(_ text: some StringProtocol) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var total: Int64 = 0
    for (index, part) in parts.enumerated() {
      guard (1...9).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int64(part)
      else { return nil }
      // Only the first part may exceed 59: 62:03 is an hour, two minutes and three seconds.
      guard index == 0 || number < 60 else { return nil }
      total = total * 60 + number
    }
    return total > 0 ? total : nil
  }
}
