/// How a log writes its times.
enum TimeForm: Sendable, Equatable {
  /// What it looks like: ISO 8601, Apache's, or a number whose digits tell its unit.
  case automatic
  /// `2026-10-01T08:15:30.123+02:00`, also with a blank in the midst, and without fraction or zone.
  case iso
  /// `10/Oct/2026:13:55:36 +0200`
  case common
  /// A number since 1970, and how many of its units make a second; a fraction is cut off.
  case unix(perSecond: Int64)
  /// Letters for digits, everything else as it stands: `MM/DD/YYYY hh:mm:ss`.
  case pattern([UInt8])

  /// The forms of mapping files; nil for a text that is no form.
  init?(word: String) {
    switch word {
    case "auto": self = .automatic
    case "iso": self = .iso
    case "common": self = .common
    case "unix": self = .unix(perSecond: 1)
    case "unix-ms": self = .unix(perSecond: 1000)
    case "unix-us": self = .unix(perSecond: 1_000_000)
    case "unix-ns": self = .unix(perSecond: 1_000_000_000)
    default:
      // Each letter stands for a digit wherever it is, so that no other word may hold one of them.
      let needed = ["YYYY", "MM", "DD", "hh", "mm", "ss"]
      let isWhole = needed.allSatisfy { letters in
        word.contains(letters) && word.count { $0 == letters.first } == letters.count
      }
      guard isWhole, word.utf8.count < 64 else { return nil }
      self = .pattern(Array(word.utf8))
    }
  }
}
