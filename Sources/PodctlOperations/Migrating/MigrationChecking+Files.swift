import PodctlCore
import PodctlStore

/// The checks that need no database.
extension MigrationChecking {
  /// With a base, only what is new or changed against it: an applied file cannot be corrected any more.
  func lint(_ check: inout MigrationReport.Check) throws {
    let linting = try SchemaLinting(source)
    var findings = try linting.findings()
    check.subjects = linting.files
    check.summary = "\(linting.files.count) \(linting.files.count == 1 ? "file" : "files")"
    if let base {
      let touched = try MigrationBranch(base: base, head: source.files(), editableFrom: editableFrom).touched
      let names = Set(touched.map { file in folder.map { "\($0)/\(file.fileName)" } ?? file.fileName })
      findings = findings.filter { names.contains($0.file) }
      check.subjects = linting.files.filter(names.contains)
      check.summary = "\(check.subjects.count) of \(check.summary) new or changed"
    }
    check.summary += findings.isEmpty ? ", nothing found" : ", \(findings.count) found"
    check.findings = findings.map { MigrationReport.Finding($0) }
    check.error = MigrationChecking.error(of: findings, from: failOn)
  }

  /// What is new, and whether anything that may have run already was changed, renamed, removed or overtaken.
  func compare(_ check: inout MigrationReport.Check) throws {
    guard let base else {
      check.isSkipped = true
      check.summary = "no base to compare with"
      return
    }
    let branch = try MigrationBranch(base: base, head: source.files(), editableFrom: editableFrom)
    let new = branch.touched.filter { file in !base.contains { $0.fileName == file.fileName } }
    let changed = branch.touched.count - new.count
    check.summary =
      "\(base.count) \(base.count == 1 ? "file" : "files") in the base; \(new.count) new"
      + (changed == 0 ? "" : ", \(changed) changed")
      + (branch.dropped.isEmpty ? "" : ", \(branch.dropped.count) gone")
    check.lines =
      new.map { "new: \($0.fileName)" }
      + branch.dropped.map { "gone: \($0.fileName); what it made stays in databases until a migration drops it" }
    check.subjects = branch.touched.map { file in folder.map { "\($0)/\(file.fileName)" } ?? file.fileName }
    check.findings = branch.faults.map { MigrationReport.Finding($0, subject: "base", folder: folder) }
    check.error = branch.faults.first
  }
}
