import PodctlCore

/// What the comments `-- podctl: …` of a file ask for.
public struct MigrationHeader: Sendable, Equatable {
  /// False: each statement runs alone, and progress is kept after each.
  public var isTransactional = true
  public var lockTimeout: Duration?
  public var statementTimeout: Duration?
  public var retries: Int?
  /// Extensions that the server must have.
  public var requiredExtensions: [String] = []
  /// Rules of lint that do not hold for this file.
  public var allowedRules: [String] = []
  /// Queries that must give true once the file has run.
  public var verifications: [String] = []
  /// Where the section begins that undoes the file; nil where there is none.
  public var down: ScriptPlace?

  static let keys = ["transaction", "lock_timeout", "statement_timeout", "retries", "requires", "allow"]
  private static let words = keys + ["verify", "down"]

  public init() {}

  /// Takes one note; throws `migration_invalid` for a word that is not known, with the nearest that is.
  mutating func take(_ note: ScriptNote) throws(PodctlError) {
    if note.text == "down" {
      guard down == nil else { throw MigrationHeader.fault(note, "there is a second section down", hint: "keep one") }
      down = note.place
      return
    }
    if note.text.hasPrefix("verify:") {
      verifications.append(note.text.dropFirst(7).description.trimmedOfBlanks)
      return
    }
    for word in note.text.split(whereSeparator: { $0 == " " || $0 == "\t" }) where word != "|" {
      // What stands behind two dashes says why, to people.
      if word == "--" { break }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, MigrationHeader.keys.contains(parts[0]) else {
        let nearest = Suggestion.nearest(to: parts[0], among: MigrationHeader.words)
        throw MigrationHeader.fault(
          note, "\"\(word)\" is not known to podctl",
          hint: nearest.map { "did you mean \"\($0)\"?" }
            ?? "what may stand behind \"-- podctl:\" is \(MigrationHeader.words.joined(separator: ", "))")
      }
      try set(parts[0], parts[1], note)
    }
  }

  private mutating func set(_ key: String, _ value: String, _ note: ScriptNote) throws(PodctlError) {
    switch (key, value) {
    case ("transaction", "none"): isTransactional = false
    case ("transaction", "file"): isTransactional = true
    case ("lock_timeout", _): lockTimeout = try duration(value, key, note)
    case ("statement_timeout", _): statementTimeout = try duration(value, key, note)
    case ("retries", _):
      guard let number = Int(value), (0...100).contains(number) else {
        throw MigrationHeader.fault(note, "retries=\(value) is no number up to 100", hint: "write retries=5")
      }
      retries = number
    case ("requires", _):
      for word in value.split(separator: ",") {
        guard word.hasPrefix("extension:"), word.count > 10 else {
          throw MigrationHeader.fault(
            note, "requires=\(word) is not known", hint: "write requires=extension:timescaledb")
        }
        requiredExtensions.append(String(word.dropFirst(10)))
      }
    case ("allow", _): allowedRules += value.split(separator: ",").map(String.init)
    default:
      throw MigrationHeader.fault(note, "\(key)=\(value) is not known", hint: "write \(key)=none or leave it out")
    }
  }

  private func duration(_ text: String, _ key: String, _ note: ScriptNote) throws(PodctlError) -> Duration {
    guard let duration = Duration(written: text) else {
      throw MigrationHeader.fault(note, "\(key)=\(text) is no length of time", hint: "write \(key)=500ms, 3s or 10m")
    }
    return duration
  }

  private static func fault(_ note: ScriptNote, _ message: String, hint: String) -> PodctlError {
    PodctlError(
      .migrationInvalid, "\(note.place): \(message)", hint: hint,
      context: [.init("line", "\(note.place.line)"), .init("column", "\(note.place.column)")])
  }
}

extension Duration {
  /// Reads `500ms`, `3s`, `10m`, `1h`, or bare seconds; nil for anything else.
  public init?(written text: String) {
    let units: [(String, Int)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("", 1000)]
    for (unit, milliseconds) in units where text.hasSuffix(unit) {
      let digits = text.dropLast(unit.count)
      guard !digits.isEmpty, digits.utf8.count < 10, digits.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(digits)
      else { continue }
      self = .milliseconds(number * milliseconds)
      return
    }
    return nil
  }

  var wholeMilliseconds: Int64 {
    let parts = components
    return parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
  }
}
