import PodctlCore
import PodctlStore

/// Other ways to the same schema than a straight one.
extension SchemaVerifying {
  func upgrade(_ files: [MigrationFile], _ made: Made) throws -> SchemaCheck {
    try check(.upgrade) {
      guard let base, !base.isEmpty else {
        throw Finding(
          detail: base == nil ? "no base was named" : "the base has no migrations", isFault: false)
      }
      let trial = try trial()
      let first = try trial.up(base).count
      let then = try trial.up(files).count
      if let difference = SchemaVerifying.difference(wanted: made.schema, found: try trial.snapshot()) {
        throw Finding(detail: "upgraded from the base, the schema is another than made from nothing: \(difference)")
      }
      return "\(first) of the base and \(then) on top make the same schema as from nothing"
    }
  }

  func down(_ files: [MigrationFile], _ made: Made) throws -> SchemaCheck {
    try check(.down) {
      let both = try made.chosen.filter { file in
        guard file.kind == .versioned else { return false }
        let header = try MigrationScript(file, made.dialect).header
        return header.down != nil && header.isTransactional
      }
      guard !both.isEmpty else { throw Finding(detail: "no file has a section down", isFault: false) }
      let trial = try trial()
      for file in made.chosen where file.kind == .versioned {
        guard both.contains(file) else {
          try trial.up(files, to: file.version)
          continue
        }
        let before = try trial.snapshot()
        try trial.up(files, to: file.version)
        let after = try trial.snapshot()
        let runner = try trial.runner(files)
        if let newest = try runner.newest() { _ = try runner.down(newest.step.label) }
        if let difference = SchemaVerifying.difference(wanted: before, found: try trial.snapshot()) {
          throw Finding(detail: "undone, it leaves another schema than before it: \(difference)", file: file.fileName)
        }
        try trial.up(files, to: file.version)
        if let difference = SchemaVerifying.difference(wanted: after, found: try trial.snapshot()) {
          throw Finding(detail: "undone and applied again, it makes another schema: \(difference)", file: file.fileName)
        }
      }
      return "\(both.count) \(both.count == 1 ? "file" : "files") undone and applied again"
    }
  }

  /// Of files that the base has, each was killed at when it was new.
  func kill(_ files: [MigrationFile], _ made: Made) throws -> SchemaCheck {
    try check(.kill) {
      let old = Set((base ?? []).map(\.checksum))
      let trial = try trial()
      let killer = KillTrial(trial.url, ledger: source.ledger, searchPath: source.searchPath, now: now)
      var kills = 0
      var tried = 0
      for (index, file) in made.chosen.enumerated() {
        let files = Array(made.chosen[...index])
        guard !old.contains(file.checksum) else {
          try trial.up(files)
          continue
        }
        let result = try killer.run(files)
        if let fault = result.fault { throw Finding(detail: fault, file: file.fileName) }
        kills += result.kills
        tried += 1
      }
      if let difference = SchemaVerifying.difference(wanted: made.schema, found: try trial.snapshot()) {
        throw Finding(detail: "after \(kills) kills the schema is another: \(difference)")
      }
      guard tried > 0 else { throw Finding(detail: "the base has every file", isFault: false) }
      return "\(kills) kills at each statement of \(tried) \(tried == 1 ? "file" : "files"), each followed by a run"
    }
  }

  /// They were asked when their files had run, above; a file whose promise does not hold is not applied.
  func promises(_ files: [MigrationFile], _ made: Made) -> SchemaCheck {
    let counts = made.chosen.map { (try? MigrationScript($0, made.dialect).header.verifications.count) ?? 0 }
    let all = counts.reduce(0, +)
    guard all > 0 else { return SchemaCheck(.promises, .skipped, "no file has a line \"-- podctl: verify:\"") }
    let some = counts.filter { $0 > 0 }.count
    return SchemaCheck(
      .promises, .passed,
      "\(all) \(all == 1 ? "query" : "queries") of \(some) \(some == 1 ? "file" : "files") held each time")
  }
}
