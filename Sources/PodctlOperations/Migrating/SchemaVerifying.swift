import PodctlCore
import PodctlStore

/// Proves before a deploy that migrations will work, in databases that are made for it and gone afterwards. The database
/// beside which they are made is not touched.
public struct SchemaVerifying {
  let source: MigrationSource
  let base: [MigrationFile]?
  let place: ShadowDatabase.Place
  let ids: any IdentifierSource
  let now: () -> Instant
  /// Checks that are left out.
  public var skipped: Set<SchemaCheck.Name> = []

  /// `base` are the files that what runs now was made with, such as those of the main branch; with them an upgrade is
  /// tried, and only files that they lack are killed at. `shadow` is an empty database to use in place of new ones.
  public init(
    beside url: DatabaseURL, from source: MigrationSource, base: [MigrationFile]? = nil, shadow: DatabaseURL? = nil,
    ids: any IdentifierSource, now: @escaping () -> Instant
  ) throws(PodctlError) {
    if let shadow, shadow.dialect != url.dialect {
      throw PodctlError(
        .usage, "the shadow database is of another kind than the database",
        hint: "name an empty database on the kind of server that the migrations are for")
    }
    self.source = source
    self.base = base
    place = shadow.map { .given($0) } ?? .beside(url)
    self.ids = ids
    self.now = now
  }

  /// Runs every check, handing on each as it ends. Throws only what keeps it from trying: no connection, no right to make
  /// a database, files that no database could run.
  public func checks(told: (SchemaCheck) -> Void = { _ in }) throws -> [SchemaCheck] {
    let files = try source.files()
    var checks: [SchemaCheck] = []
    func add(_ check: SchemaCheck) {
      checks.append(check)
      told(check)
    }
    var made: Made?
    try fromNothing(files, &made, add)
    guard let made else {
      for name in SchemaCheck.Name.allCases.dropFirst() {
        add(SchemaCheck(name, .skipped, "the files cannot be applied to an empty database"))
      }
      return checks
    }
    try add(upgrade(files, made))
    try add(down(files, made))
    try add(kill(files, made))
    add(promises(files, made))
    return checks
  }

  /// What the files made of an empty database.
  struct Made {
    var schema: SchemaSnapshot
    /// As they were chosen for the kind of database.
    var chosen: [MigrationFile]
    var dialect: Dialect
  }

  /// The checks that share one database.
  private func fromNothing(
    _ files: [MigrationFile], _ made: inout Made?, _ add: (SchemaCheck) -> Void
  ) throws {
    let trial = try trial()
    var schema: SchemaSnapshot?
    let empty = try check(.empty) {
      let count = try trial.up(files).count
      schema = try trial.snapshot()
      return "\(count) \(count == 1 ? "file" : "files") applied to an empty database"
    }
    add(empty)
    guard let schema else { return }
    let names = Set(try trial.runner(files).history().map(\.fileName))
    let chosen = files.filter { names.contains($0.fileName) }
    let all = Made(schema: schema, chosen: chosen, dialect: trial.url.dialect)
    try add(again(files, all, in: trial))
    try add(repeatable(files, all, in: trial))
    try add(isolation(in: trial))
    made = all
  }

  func trial() throws -> Trial {
    Trial(shadow: try ShadowDatabase(place), source: source, now: now)
  }

  /// A fault of the files is a finding; anything else ends the whole.
  func check(_ name: SchemaCheck.Name, _ body: () throws -> String) throws -> SchemaCheck {
    guard !skipped.contains(name) || name == .empty else { return SchemaCheck(name, .skipped, "left out") }
    let start = ContinuousClock.now
    var check = SchemaCheck(name, .passed, "")
    do {
      check.detail = try body()
    } catch let finding as Finding {
      check = SchemaCheck(name, finding.isFault ? .failed : .skipped, finding.detail, file: finding.file)
    } catch let error as PodctlError where error.code.exit == .invalidInput || error.code == .lockTimeout {
      check = SchemaCheck(
        name, .failed, error.message, file: error.context.first { $0.name == "file" }?.value)
    }
    let parts = (ContinuousClock.now - start).components
    check.milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    return check
  }

  /// Ends a check otherwise than well.
  struct Finding: Error {
    var detail: String
    var file: String?
    var isFault = true
  }
}
