import PodctlCore

/// Files beside a ledger: what is applied, what is to come, and where the two disagree.
struct MigrationHistory {
  struct Step {
    let file: MigrationFile
    let entry: LedgerEntry?

    /// A repeatable step is due again when its text is another; a stopped one until it is through.
    var isDue: Bool {
      guard let entry else { return true }
      return entry.status == .running || file.kind == .repeatable && entry.checksum != file.checksum
    }

    var migration: Migration {
      let state: Migration.State =
        switch entry?.status {
        case nil: .pending
        case .running: .running
        case .applied: isDue ? .pending : .applied
        case .baseline: isDue ? .pending : .baseline
        }
      let isPending = state == .pending
      return Migration(
        kind: file.kind, version: file.version, name: file.name, fileName: file.fileName, state: state,
        checksum: isPending ? file.checksum : entry?.checksum ?? file.checksum,
        appliedAt: isPending ? nil : entry?.appliedAt,
        durationMilliseconds: isPending ? nil : entry?.durationMilliseconds, variant: file.variant?.rawValue,
        statementsDone: entry?.statementsDone, statementsTotal: entry?.statementsTotal)
    }
  }

  private(set) var steps: [Step]
  private(set) var entries: [LedgerEntry]
  /// The kind of database that the history was begun on, or that this one is where there is none.
  let platform: MigrationVariant

  /// `files` hold every variant. Throws where history and files disagree: `migration_variant`, `migration_duplicate`,
  /// `migration_missing`; see `changed` for the rest.
  init(
    _ files: [MigrationFile], _ entries: [LedgerEntry], probed: MigrationVariant, allowsNewer: Bool = false
  ) throws(PodctlError) {
    self.entries = entries
    platform = entries.last { $0.kind == .versioned }?.platform ?? entries.first?.platform ?? probed
    let chosen = try platform.chosen(files)
    try MigrationHistory.checkPlatform(chosen, try probed.chosen(files), platform, probed)
    var known: [Key: LedgerEntry] = [:]
    for entry in entries { known[Key(entry.kind, entry.version, entry.name)] = entry }
    steps = chosen.map { Step(file: $0, entry: known[Key($0.kind, $0.version, $0.name)]) }
    try checkMissing(chosen, allowsNewer)
  }

  /// Adds the row that a step has got just now: what was checked once need not be for each of many files.
  mutating func take(_ entry: LedgerEntry) {
    let isSame = { (file: MigrationFile) in
      file.version == entry.version && file.kind == entry.kind && (entry.kind == .versioned || file.name == entry.name)
    }
    if let place = steps.firstIndex(where: { isSame($0.file) }) {
      steps[place] = Step(file: steps[place].file, entry: entry)
    }
    if let place = entries.lastIndex(where: {
      ($0.version, $0.kind, $0.name) == (entry.version, entry.kind, entry.name)
    }) {
      entries.remove(at: place)
    }
    // Most often it comes last, and behind it are only repeatable ones.
    let place = entries.lastIndex { $0.order < entry.order } ?? -1
    entries.insert(entry, at: place + 1)
  }

  var due: [Step] { steps.filter(\.isDue) }

  func isDue(_ file: MigrationFile) -> Bool {
    steps.first { $0.file.version == file.version && $0.file == file }?.isDue ?? false
  }

  /// The first applied step whose file is another than it was.
  var changed: Step? {
    steps.first { step in
      guard let entry = step.entry, step.file.kind == .versioned, entry.status != .running else { return false }
      return entry.checksum != step.file.checksum
    }
  }

  /// Throws `migration_out_of_order` where a step to come has a lower version than one that is applied.
  func checkOrder() throws(PodctlError) {
    // Entries are in the order in which steps run.
    guard let newest = entries.last(where: { $0.kind == .versioned })?.version else { return }
    let late = steps.first { step in
      step.file.version < newest && step.entry == nil && step.file.kind == .versioned
    }
    guard let late else { return }
    throw PodctlError(
      .migrationOutOfOrder,
      "\(late.file.fileName) is not applied, and version \(newest), which comes after it, is",
      hint: "give it the next free number; or, where the order does not matter, add --allow-out-of-order",
      commands: ["podctl migrate up --allow-out-of-order"],
      context: [.init("file", late.file.fileName), .init("newest", "\(newest)")])
  }

  private func checkMissing(_ chosen: [MigrationFile], _ allowsNewer: Bool) throws(PodctlError) {
    let newestFile = chosen.last { $0.kind == .versioned }?.version ?? 0
    for entry in entries where entry.kind == .versioned {
      let file = chosen.first { $0.kind == .versioned && $0.version == entry.version }
      if let file, file.name == entry.name { continue }
      if entry.version > newestFile {
        if allowsNewer { continue }
        throw PodctlError(
          .migrationMissing,
          "version \(entry.version) (\(entry.name)) was applied, and these files end at \(newestFile): the history is newer",
          hint: "use the files of the newer release; or, after a release was rolled back, add --allow-newer",
          context: [.init("version", "\(entry.version)")])
      }
      throw PodctlError(
        .migrationMissing,
        "version \(entry.version) (\(entry.name)) was applied, and "
          + (file.map { "its file is called \($0.fileName) now" } ?? "its file is gone"),
        hint: "put the file back as it was; history is only added to",
        context: [.init("version", "\(entry.version)")])
    }
  }

  /// A file set in which nothing differs between the two kinds may go on; else the change would be a silent fork.
  private static func checkPlatform(
    _ stored: [MigrationFile], _ probed: [MigrationFile], _ was: MigrationVariant, _ now: MigrationVariant
  ) throws(PodctlError) {
    guard was != now, stored != probed else { return }
    let first = zip(stored, probed).first { $0 != $1 }?.1 ?? probed.last ?? stored.last
    throw PodctlError(
      .migrationVariant,
      "this history was made on \(was.rawValue), and the database is \(now.rawValue) now"
        + (first.map { ", for which \($0.fileName) would be another file" } ?? ""),
      hint: "go on with the database on which it was made, or move the data to one that was begun as \(now.rawValue)",
      context: [.init("applied", was.rawValue), .init("found", now.rawValue)])
  }

  private struct Key: Hashable {
    let kind: Migration.Kind
    let version: Int64
    let name: String

    /// A versioned step is found by its number; its name is compared afterwards.
    init(_ kind: Migration.Kind, _ version: Int64, _ name: String) {
      self.kind = kind
      self.version = version
      self.name = kind == .versioned ? "" : name
    }
  }
}
