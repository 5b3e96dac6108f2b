import PodctlCore

/// How an applied file differs from its text of that time.
public struct MigrationChange: Sendable {
  public let fileName: String
  /// Only comments, blanks or the case of words without quotes differ.
  public let isCosmetic: Bool
  /// The first statement that differs, from 1, and its line in the file as it is; nil where the text was not kept.
  public let statement: (number: Int, line: Int)?
  /// `- ` before what was applied and `+ ` before what the file says now, for that statement.
  public let difference: [String]
  private let checksums: (applied: String, found: String)

  init(_ file: MigrationFile, _ entry: LedgerEntry, kept: [UInt8]?, _ dialect: Dialect) throws {
    try self.init(file, applied: entry.checksum, kept: kept.map { ScriptSource($0) }, dialect)
  }

  init(_ file: MigrationFile, applied: String, kept: ScriptSource?, _ dialect: Dialect) throws {
    fileName = file.fileName
    checksums = (applied, file.checksum)
    guard let kept else {
      isCosmetic = false
      statement = nil
      difference = []
      return
    }
    var before = ScriptReader(kept, dialect)
    var after = try file.reader(dialect)
    var number = 0
    while true {
      let old = try before.next()
      let new = try after.next()
      number += 1
      guard old != nil || new != nil else { break }
      if let old, let new, old.isSameButForLooks(as: new) { continue }
      isCosmetic = false
      statement = (number, (new ?? old)?.place.line ?? 1)
      difference = LineDifference.between(old?.text ?? "", new?.text ?? "")
      return
    }
    isCosmetic = true
    statement = nil
    difference = []
  }

  /// `migration_changed`, with the difference in its hint.
  var error: PodctlError {
    var message = "\(fileName) was changed after it was applied"
    var hint = "put it back as it was, and make the change in a new file"
    var commands: [String] = []
    if isCosmetic {
      message += ", in comments, blanks or the case of words alone"
      hint = "put it back as it was, or take the new looks into the ledger"
      commands = ["podctl migrate repair"]
    } else if let statement {
      message += ": statement \(statement.number) (line \(statement.line)) is another"
      hint += "\n" + difference.joined(separator: "\n")
    }
    var context: [PodctlError.ContextEntry] = [
      .init("file", fileName), .init("applied", checksums.applied), .init("found", checksums.found),
    ]
    if let statement { context += [.init("statement", "\(statement.number)"), .init("line", "\(statement.line)")] }
    return PodctlError(.migrationChanged, message, hint: hint, commands: commands, context: context)
  }
}

/// The lines of two short texts that differ.
enum LineDifference {
  /// At most so many lines are shown.
  private static let limit = 12

  static func between(_ before: String, _ after: String) -> [String] {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var shown: [String] = []
    let changes = new.difference(from: old)
    for change in changes {
      if case .remove(_, let line, _) = change { shown.insert("- \(line)", at: 0) }
    }
    for change in changes {
      if case .insert(_, let line, _) = change { shown.append("+ \(line)") }
    }
    let short = shown.filter { $0.count > 2 }
    return short.count <= limit ? short : Array(short.prefix(limit)) + ["… and \(short.count - limit) lines more"]
  }
}
