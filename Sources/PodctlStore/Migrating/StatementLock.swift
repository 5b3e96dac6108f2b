/// A lock that a statement takes on a table that others may be using, by chapter 13.3 of PostgreSQL's documentation and
/// the notes of each command.
public struct StatementLock: Sendable, Hashable {
  /// From the weakest to the strongest.
  public enum Mode: String, Sendable, CaseIterable {
    case accessShare = "ACCESS SHARE"
    case rowShare = "ROW SHARE"
    case rowExclusive = "ROW EXCLUSIVE"
    case shareUpdateExclusive = "SHARE UPDATE EXCLUSIVE"
    case share = "SHARE"
    case shareRowExclusive = "SHARE ROW EXCLUSIVE"
    case exclusive = "EXCLUSIVE"
    case accessExclusive = "ACCESS EXCLUSIVE"

    public var blocksReads: Bool { self == .accessExclusive }
    public var blocksWrites: Bool { Mode.allCases.firstIndex(of: self)! >= Mode.allCases.firstIndex(of: .share)! }
  }

  public let mode: Mode
  /// As the statement names it, small where it has no quotes: `shows` or `podctl.shows`.
  public let table: String

  public init(_ mode: Mode, _ table: String) {
    self.mode = mode
    self.table = table
  }
}

extension ScriptStatement {
  /// The locks on PostgreSQL; none for a statement that touches no table that was there before.
  public var locks: [StatementLock] {
    func on(_ mode: StatementLock.Mode, _ at: Int?) -> [StatementLock] {
      at.flatMap { qualifiedName(at: $0) }.map { [StatementLock(mode, $0)] } ?? []
    }
    let second = word(at: 1) ?? ""
    switch word(at: 0) {
    case "CREATE": return creationLocks
    case "ALTER" where second == "TABLE": return alterationLocks
    case "ALTER" where ["VIEW", "MATERIALIZED", "INDEX"].contains(second):
      return on(.accessExclusive, skipping(["IF", "EXISTS", "VIEW"], from: 2))
    case "ALTER" where second == "POLICY": return on(.accessExclusive, behind("ON"))
    case "DROP" where ["POLICY", "TRIGGER", "RULE"].contains(second): return on(.accessExclusive, behind("ON"))
    case "DROP" where ["TABLE", "VIEW", "MATERIALIZED", "SEQUENCE"].contains(second):
      return names(from: skipping(["IF", "EXISTS", "VIEW"], from: 2)).map { StatementLock(.accessExclusive, $0) }
    case "DROP" where second == "INDEX":
      let isConcurrent = word(at: 2) == "CONCURRENTLY"
      return names(from: skipping(["CONCURRENTLY", "IF", "EXISTS"], from: 2))
        .map { StatementLock(isConcurrent ? .shareUpdateExclusive : .accessExclusive, $0) }
    case "TRUNCATE":
      return names(from: skipping(["TABLE", "ONLY"], from: 1)).map { StatementLock(.accessExclusive, $0) }
    case "COMMENT":
      return second == "ON" && ["TABLE", "COLUMN"].contains(word(at: 2)) ? on(.shareUpdateExclusive, 3) : []
    case "VACUUM":
      let isFull = tokens.prefix(6).contains { word($0) == "FULL" }
      return on(isFull ? .accessExclusive : .shareUpdateExclusive, vacuumTarget)
    case "ANALYZE": return on(.shareUpdateExclusive, skipping(["VERBOSE"], from: 1))
    case "CLUSTER": return on(.accessExclusive, skipping(["VERBOSE"], from: 1))
    case "REINDEX":
      let isConcurrent = tokens.contains { $0.kind == .word && word($0) == "CONCURRENTLY" }
      return on(isConcurrent ? .shareUpdateExclusive : .share, skipping(["TABLE", "INDEX", "CONCURRENTLY"], from: 1))
    case "REFRESH":
      let isConcurrent = word(at: 3) == "CONCURRENTLY"
      return on(isConcurrent ? .exclusive : .accessExclusive, isConcurrent ? 4 : 3)
    case "LOCK": return lockTableLocks
    case "INSERT", "DELETE", "MERGE": return on(.rowExclusive, skipping(["ONLY"], from: 2))
    case "UPDATE": return on(.rowExclusive, skipping(["ONLY"], from: 1))
    default: return []
    }
  }

  private var creationLocks: [StatementLock] {
    guard
      let kind = tokens.prefix(6).compactMap({ token -> String? in
        let word = token.kind == .word ? word(token) : ""
        return ["TABLE", "INDEX", "TRIGGER", "RULE", "POLICY", "STATISTICS"].contains(word) ? word : nil
      }).first
    else { return [] }
    let target = behind("ON").map { word(at: $0) == "ONLY" ? $0 + 1 : $0 }.flatMap { qualifiedName(at: $0) }
    switch kind {
    case "INDEX":
      let isConcurrent = tokens.prefix(4).contains { word($0) == "CONCURRENTLY" }
      return target.map { [StatementLock(isConcurrent ? .shareUpdateExclusive : .share, $0)] } ?? []
    case "TRIGGER": return target.map { [StatementLock(.shareRowExclusive, $0)] } ?? []
    case "POLICY": return target.map { [StatementLock(.accessExclusive, $0)] } ?? []
    case "RULE":
      let table = behind("TO").flatMap { qualifiedName(at: $0) }
      return table.map { [StatementLock(.accessExclusive, $0)] } ?? []
    case "STATISTICS":
      let table = behind("FROM").flatMap { qualifiedName(at: $0) }
      return table.map { [StatementLock(.shareUpdateExclusive, $0)] } ?? []
    default:
      let parents = tokens.indices.filter { says("PARTITION", "OF", at: $0) }.compactMap { qualifiedName(at: $0 + 2) }
      return parents.map { StatementLock(.accessExclusive, $0) } + referenceLocks
    }
  }

  private var alterationLocks: [StatementLock] {
    let start = skipping(["IF", "EXISTS", "ONLY"], from: 2)
    guard let table = qualifiedName(at: start) else { return [] }
    let text = " " + tokens.dropFirst(start).map(word).joined(separator: " ") + " "
    func says(_ part: String) -> Bool { text.contains(" \(part) ") }
    // The weakest mode that every part of the command allows; what is not known takes the strongest.
    let mode: StatementLock.Mode =
      if tokens.indices.filter({ isMark(",", at: $0) && depth(at: $0) == 0 }).isEmpty {
        if says("VALIDATE CONSTRAINT") || says("SET STATISTICS") || says("ATTACH PARTITION") || says("CLUSTER ON")
          || says("DETACH PARTITION") && says("CONCURRENTLY")
          || text.contains(" SET ( ") && !says("COLUMN")
        {
          .shareUpdateExclusive
        } else if says("FOREIGN KEY") && !says("COLUMN") || says("ENABLE TRIGGER") || says("DISABLE TRIGGER") {
          .shareRowExclusive
        } else {
          .accessExclusive
        }
      } else {
        .accessExclusive
      }
    return [StatementLock(mode, table)] + referenceLocks.filter { $0.table != table }
  }

  /// A foreign key locks the table that it points to as well.
  private var referenceLocks: [StatementLock] {
    var seen: Set<String> = []
    return tokens.indices.filter { says("REFERENCES", at: $0) }.compactMap { qualifiedName(at: $0 + 1) }
      .filter { seen.insert($0).inserted }.map { StatementLock(.shareRowExclusive, $0) }
  }

  private var lockTableLocks: [StatementLock] {
    let start = skipping(["TABLE", "ONLY"], from: 1)
    guard let table = qualifiedName(at: start) else { return [] }
    let modeStart = tokens.indices.first { says("IN", at: $0) }
    let words = modeStart.map { tokens[($0 + 1)...].map(word).prefix { $0 != "MODE" }.joined(separator: " ") }
    return [StatementLock(words.flatMap(StatementLock.Mode.init(rawValue:)) ?? .accessExclusive, table)]
  }

  private var vacuumTarget: Int? {
    guard isMark("(", at: 1) else { return skipping(["FULL", "FREEZE", "VERBOSE", "ANALYZE"], from: 1) }
    return tokens.indices.first { isMark(")", at: $0) }.map { $0 + 1 }
  }
}

extension ScriptStatement {
  /// A name with its schema, where it has one, at this place.
  public func qualifiedName(at index: Int) -> String? {
    guard let first = name(at: index) else { return nil }
    guard isMark(".", at: index + 1), let second = name(at: index + 2) else { return first }
    return "\(first).\(second)"
  }

  /// The first place from here on whose word is none of these.
  func skipping(_ words: Set<String>, from start: Int) -> Int {
    var index = start
    while let word = word(at: index), words.contains(word) { index += 1 }
    return index
  }

  /// The place behind the first such word outside parentheses.
  func behind(_ word: String) -> Int? {
    tokens.indices.first { self.word(at: $0) == word && depth(at: $0) == 0 }.map { $0 + 1 }
  }

  func depth(at index: Int) -> Int {
    tokens.indices.prefix(index).reduce(0) { $0 + (isMark("(", at: $1) ? 1 : 0) - (isMark(")", at: $1) ? 1 : 0) }
  }

  /// Names with commas between them.
  func names(from start: Int) -> [String] {
    var names: [String] = []
    var index = start
    while let name = qualifiedName(at: index) {
      names.append(name)
      index += isMark(".", at: index + 1) ? 3 : 1
      guard isMark(",", at: index) else { break }
      index += 1
    }
    return names
  }
}
