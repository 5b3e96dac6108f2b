import PodctlCore
import PodctlStore

/// The checks against the database that the settings name, and beside it; none of them changes it.
extension MigrationChecking {
  /// What `migrate up` would run there, and what it would lock.
  func plan(_ check: inout MigrationReport.Check) throws {
    let plan = try SchemaMigrating(url, from: source, now: now).plan()
    check.subjects = plan.steps.map(\.file)
    check.summary =
      plan.steps.isEmpty
      ? "nothing is pending" : "\(plan.steps.count) pending: \(plan.steps.map(\.label).joined(separator: ", "))"
    check.lines = plan.steps.map { step in
      var locks: [String] = []
      for lock in step.statements.flatMap(\.locks) where !locks.contains(lock) { locks.append(lock) }
      let count = step.count
      return "\(step.file): \(count == 1 ? "1 statement" : "\(count) statements")"
        + (step.isTransactional ? "" : ", one by one")
        + (locks.isEmpty ? "" : "; locks \(locks.map(plan.sized).joined(separator: "; "))")
    }
  }

  func verify(_ check: inout MigrationReport.Check) throws {
    let verifying = try SchemaVerifying(beside: url, from: source, base: base, shadow: shadow, ids: ids, now: now)
    let tried = try verifying.checks()
    let count = { (verdict: SchemaCheck.Verdict) in tried.filter { $0.verdict == verdict }.count }
    check.subjects = tried.filter { $0.verdict != .skipped }.map(\.name.rawValue)
    check.summary = "\(count(.passed)) passed, \(count(.skipped)) skipped, \(count(.failed)) failed"
    check.lines = tried.map { "\($0.name.rawValue) \($0.verdict.rawValue): \($0.detail)" }
    check.findings = tried.filter { $0.verdict == .failed }.map { tried in
      MigrationReport.Finding(
        ErrorCode.verificationFailed.rawValue, name: "verify-\(tried.name.rawValue)", subject: tried.name.rawValue,
        message: tried.detail, file: tried.file.map { file in folder.map { "\($0)/\(file)" } ?? file })
    }
    check.error = SchemaVerifying.error(of: tried)
  }

  /// The schema there against what its applied migrations make.
  func drift(_ check: inout MigrationReport.Check) throws {
    let finding = try SchemaDrift(url, from: source, shadow: shadow, now: now).againstMigrations()
    check.summary = finding.differences.isEmpty ? "no drift" : "\(finding.differences.count) differences"
    check.findings = finding.differences.map { difference in
      let sql = difference.remedy(for: finding.wanted.engine, parts: finding.wanted.objects)
      return MigrationReport.Finding(
        ErrorCode.schemaDrifted.rawValue, name: "schema-\(difference.change.rawValue)", subject: "drift",
        message: difference.description, hint: sql)
    }
    check.error = SchemaDrift.error(of: finding.differences)
  }
}

extension SchemaVerifying {
  /// Nil where no check failed.
  public static func error(of checks: [SchemaCheck]) -> PodctlError? {
    let failed = checks.filter { $0.verdict == .failed }
    guard let first = failed.first else { return nil }
    return PodctlError(
      .verificationFailed,
      (failed.count == 1 ? "a check failed: " : "\(failed.count) checks failed, the first: ")
        + "\(first.name.rawValue)\(first.file.map { ", \($0)" } ?? ""): \(first.detail)",
      hint: "correct the file before it is merged; nothing outside the shadow database was changed",
      context: [.init("failed", failed.map(\.name.rawValue).joined(separator: ","))])
  }
}

extension SchemaDrift {
  /// Nil where nothing differs.
  public static func error(of differences: [SchemaDifference]) -> PodctlError? {
    guard let first = differences.first else { return nil }
    return PodctlError(
      .schemaDrifted,
      differences.count == 1
        ? "the schema differs: \(first.description)" : "the schema differs in \(differences.count) places",
      hint: "make each change in a new migration, or undo it with the SQL that is proposed after reading it",
      context: [.init("differences", "\(differences.count)")])
  }
}
