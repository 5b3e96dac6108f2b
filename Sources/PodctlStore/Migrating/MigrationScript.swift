import PodctlCore

/// A file read through once, before anything of it runs: what its header asks for, how many statements it has, and that
/// each of them can run as it is to run.
public struct MigrationScript: Sendable {
  public let file: MigrationFile
  public let header: MigrationHeader
  /// Statements of the part that goes forward.
  public let count: Int

  /// Throws `migration_invalid` with the file, line and column.
  public init(_ file: MigrationFile, _ dialect: Dialect) throws {
    var header = MigrationHeader()
    var count = 0
    self.file = file
    do {
      var alone: (ScriptStatement, String)?
      var reader = try file.reader(dialect)
      while let statement = try reader.next() {
        for note in statement.notes { try header.take(note) }
        guard header.down == nil else { continue }
        if let down = reader.foreignDown(around: statement) { throw ScriptFault.foreignDown(down) }
        count += 1
        if alone == nil, let reason = statement.reasonToRunAlone(dialect) { alone = (statement, reason) }
      }
      for note in reader.trailingNotes { try header.take(note) }
      if header.isTransactional, let (statement, reason) = alone {
        throw PodctlError(
          .migrationInvalid, "\(statement.place): \(reason) cannot run inside a transaction",
          hint: "put -- podctl: transaction=none at the top of a file of its own: its statements then run one by one, "
            + "and a stopped run goes on where it stopped",
          context: [.init("line", "\(statement.place.line)"), .init("column", "\(statement.place.column)")])
      }
    } catch let error as PodctlError where error.code == .migrationInvalid {
      throw file.named(error)
    }
    self.header = header
    self.count = count
  }

  /// Hands on each statement of the part that goes forward, or of the one that goes back.
  func forEach(
    _ dialect: Dialect, down: Bool = false, digest: TextDigest? = nil, _ body: (Int, ScriptStatement) throws -> Void
  ) throws {
    var source = try file.source()
    let watched = ScriptSource {
      let piece = try source.next()
      if let piece { digest?.update(piece) }
      return piece
    }
    var reader = ScriptReader(watched, dialect)
    var index = 0
    while let statement = try reader.next() {
      let isDown = header.down.map { statement.place > $0 } ?? false
      guard isDown == down else { continue }
      try body(index, statement)
      index += 1
    }
  }
}
