import PodctlCore
import PodctlStore

/// The verbs of `podctl migrate` over one database and one source of files.
public struct SchemaMigrating {
  let url: DatabaseURL
  let source: MigrationSource
  let agent: MigrationAgent
  let now: () -> Instant

  /// `now` stamps what is applied and measures how long it took.
  public init(
    _ url: DatabaseURL, from source: MigrationSource, by agent: MigrationAgent = .init(version: "", runner: ""),
    now: @escaping () -> Instant
  ) {
    self.url = url
    self.source = source
    self.agent = agent
    self.now = now
  }

  /// Every step with its state. The files are read first, so that a wrong folder touches no database.
  public func history(allowsNewer: Bool = false) throws -> [Migration] {
    try runner(for: .inspecting).history(allowsNewer: allowsNewer)
  }

  /// Applies what is pending, handing on each step as it is done, and gives what this run applied. Where it applied
  /// anything, what the database's plans rest on is gathered: a table that was made anew has none of it.
  public func up(
    _ rules: MigrationRules = MigrationRules(), applied: (Migration) -> Void = { _ in },
    note: (String) -> Void = { _ in }
  ) throws -> [Migration] {
    let done = try runner(for: .migrating).up(rules, applied: applied, note: note)
    if !done.isEmpty { try gatherStatistics() }
    return done
  }

  /// Of podctl's own tables, by their owner, who alone may on PostgreSQL; another project's are its own affair.
  func gatherStatistics() throws {
    guard case .podctl = source.searchPath else { return }
    try Database.open(url, for: .migrating, searchPath: source.searchPath, now: now).gatherStatistics(always: true)
  }

  /// What `up` would do; reads only. `handOn` takes each statement as it is read.
  public func plan(
    _ rules: MigrationRules = MigrationRules(),
    handOn: ((MigrationPlan.Step, MigrationPlan.Statement) throws -> Void)? = nil
  ) throws -> MigrationPlan {
    try runner(for: .inspecting).plan(rules, handOn: handOn)
  }

  /// Throws `plan_stale` unless `up` would still do what the plan says, to the database for which it was made.
  public func check(_ plan: MigrationPlan, _ rules: MigrationRules) throws {
    guard let difference = plan.differs(from: try self.plan(rules)) else { return }
    throw PodctlError(
      .planStale, "the plan does not hold any more: \(difference)",
      hint: "nothing was run; make the plan again and read it",
      commands: ["podctl migrate plan --out FILE"])
  }

  func runner(for purpose: Database.Purpose) throws -> MigrationRunner {
    let files = try source.files()
    _ = try MigrationFile.chosen(files, for: url.dialect)
    let open = { try Database.open(url, for: purpose, searchPath: source.searchPath, now: now) }
    return try MigrationRunner(
      open(), ledger: source.ledger, files: files, now: now, by: agent, reopen: url.isInMemory ? nil : open)
  }
}
