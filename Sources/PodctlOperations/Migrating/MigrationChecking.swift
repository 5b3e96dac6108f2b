import PodctlCore
import PodctlStore

/// Everything that CI asks of migrations, in one run. Each check is made whatever the others found.
public struct MigrationChecking {
  let url: DatabaseURL
  let source: MigrationSource
  let ids: any IdentifierSource
  let now: () -> Instant

  /// The checks that are wanted.
  public var wanted = Set(MigrationReport.Check.Name.allCases)
  /// The files of what runs now, to compare with; without them all files are linted, and none is held to be final.
  public var base: [MigrationFile]?
  /// An empty database to try files in, in place of new ones.
  public var shadow: DatabaseURL?
  /// Files from this version on have run nowhere yet, and may be changed.
  public var editableFrom: Int64?
  /// Findings of lint from this level on fail.
  public var failOn = LintLevel.warning

  public init(
    _ url: DatabaseURL, from source: MigrationSource, ids: any IdentifierSource, now: @escaping () -> Instant
  ) {
    self.url = url
    self.source = source
    self.ids = ids
    self.now = now
  }

  /// Makes every check that is wanted, telling each as it is done.
  public func report(done: (MigrationReport.Check) -> Void = { _ in }) -> MigrationReport {
    var report = MigrationReport()
    for name in MigrationReport.Check.Name.allCases where wanted.contains(name) {
      let check = check(name)
      report.checks.append(check)
      done(check)
    }
    return report
  }

  private func check(_ name: MigrationReport.Check.Name) -> MigrationReport.Check {
    let start = now()
    var check = MigrationReport.Check(name)
    do {
      switch name {
      case .lint: try lint(&check)
      case .base: try compare(&check)
      case .plan: try plan(&check)
      case .verify: try verify(&check)
      case .drift: try drift(&check)
      }
    } catch let error as PodctlError where error.code == .databaseNotFound && url.dialect == .sqlite {
      // A pipeline without a database has nothing to plan for; on a server, a name that does not exist is a mistake.
      check.isSkipped = true
      check.summary = error.message
    } catch {
      let error = (error as? PodctlError) ?? PodctlError(.internalFault, "\(error)")
      check.error = error
      check.summary = error.message
      check.findings.append(MigrationReport.Finding(error, subject: name.rawValue, folder: folder))
    }
    check.milliseconds = max(0, (now().microseconds - start.microseconds) / 1000)
    return check
  }

  /// Where the files lie, for reports that point at them.
  var folder: String? { if case .folder(let path, _) = source { path } else { nil } }

  /// Nil where no finding is of this level or worse.
  public static func error(of findings: [LintFinding], from level: LintLevel) -> PodctlError? {
    let grave = findings.filter { $0.level >= level }
    guard let first = grave.first else { return nil }
    return PodctlError(
      .lintFound,
      grave.count == 1
        ? "lint found one thing: \(first.file):\(first.line): \(first.rule) \(first.name)"
        : "lint found \(grave.count) things, the first: \(first.file):\(first.line): \(first.rule) \(first.name)",
      hint: "each says what to write instead; -- podctl: allow=\(first.rule) -- why, before the statement, allows it",
      context: [
        .init("findings", "\(grave.count)"), .init("file", first.file), .init("line", "\(first.line)"),
        .init("column", "\(first.column)"),
      ])
  }
}
