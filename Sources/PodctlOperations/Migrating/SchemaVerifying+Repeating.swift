import PodctlCore
import PodctlStore

/// What a second run must not do.
extension SchemaVerifying {
  func again(_ files: [MigrationFile], _ made: Made, in trial: Trial) throws -> SchemaCheck {
    try check(.again) {
      let before = try trial.runner(files).events()
      if let first = try trial.up(files).first {
        throw Finding(detail: "a second run applied it again", file: first.fileName)
      }
      guard try trial.runner(files).events() == before else {
        throw Finding(detail: "a second run wrote into the ledger")
      }
      if let difference = SchemaVerifying.difference(wanted: made.schema, found: try trial.snapshot()) {
        throw Finding(detail: "a second run changed the schema: \(difference)")
      }
      return "a second run had nothing to do and wrote nothing"
    }
  }

  /// Of another project's tables nobody knows whose a row is.
  func isolation(in trial: Trial) throws -> SchemaCheck {
    try check(.isolation) {
      guard case .embedded = source else {
        throw Finding(detail: "tried on podctl's own tables alone", isFault: false)
      }
      let report = try IsolationProbe(Database.open(trial.url, now: now))
        .run(ids.next(Tenant.self), ids.next(Tenant.self))
      if let first = report.findings.first {
        let others = report.findings.count - 1
        throw Finding(detail: "\(first.table): \(first.what)" + (others > 0 ? ", and \(others) more" : ""))
      }
      return "\(report.attempts) statements on \(report.tables.count) tables: no tenant reached another's rows"
    }
  }

  /// Each file is run again by itself, so that what changes the schema has a name.
  func repeatable(_ files: [MigrationFile], _ made: Made, in trial: Trial) throws -> SchemaCheck {
    try check(.repeatable) {
      let repeatable = made.chosen.filter { $0.kind == .repeatable }
      guard !repeatable.isEmpty else { throw Finding(detail: "there is no repeatable file", isFault: false) }
      for file in repeatable {
        try trial.runner(files).forget(file)
        try trial.up(files)
        if let difference = SchemaVerifying.difference(wanted: made.schema, found: try trial.snapshot()) {
          throw Finding(detail: "run again, it changes the schema: \(difference)", file: file.fileName)
        }
        if let difference = try MasterTables(file, ledger: source.ledger).difference(in: trial.open()) {
          throw Finding(detail: difference, file: file.fileName)
        }
      }
      let count = repeatable.count
      return "\(count) \(count == 1 ? "file" : "files") run again changed nothing"
    }
  }
}
