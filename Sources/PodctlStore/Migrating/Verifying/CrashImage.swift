import Foundation
import PodctlCore

/// SQLite's side of a kill trial: one run goes through, and at each boundary another goes on from a copy of what lies on
/// the disk.
struct CrashImage {
  let trial: KillTrial
  let files: [MigrationFile]

  func run() throws -> KillTrial.Result {
    guard case .file(let path, _) = trial.url.target, let file = files.last else { return KillTrial.Result() }
    var result = KillTrial.Result()
    let database = try trial.open()
    let before = try trial.snapshot(database)
    let isWhole = try MigrationScript(file, .sqlite).header.isTransactional
    let runner = try trial.runner(database, files)
    var reached: [(boundary: MigrationBoundary, schema: SchemaSnapshot)] = []
    runner.interruption = { boundary, _ in
      guard boundary.file == file.fileName, boundary.moment != .during else { return }
      let image = try copy(of: path)
      defer { remove(image) }
      let other = try KillTrial(
        DatabaseURL("sqlite:\(image)"), ledger: trial.ledger, searchPath: trial.searchPath, now: trial.now
      ).open()
      if isWhole, result.fault == nil, try trial.snapshot(other) != before {
        result.fault = "a run killed \(KillTrial.told(boundary)) left something behind"
      }
      try trial.forgetLease(in: other)
      _ = try trial.runner(other, files).up()
      reached.append((boundary, try trial.snapshot(other)))
    }
    _ = try runner.up()
    let after = try trial.snapshot(database)
    result.kills = reached.count
    if let wrong = reached.first(where: { $0.schema != after }), result.fault == nil {
      result.fault = "killed \(KillTrial.told(wrong.boundary)) and run again, the schema is another"
    }
    return result
  }

  /// The file and its log of changes; the index over the log is made anew by whoever opens them. Closing a file takes a
  /// process's locks on it, which nobody else wants here.
  private func copy(of path: String) throws -> String {
    let image = path + ".image"
    remove(image)
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: path + end) {
      do {
        try FileManager.default.copyItem(atPath: path + end, toPath: image + end)
      } catch {
        throw PodctlError(.ioFailed, "\(path) cannot be copied", hint: "check the space in the folder TMPDIR")
      }
    }
    return image
  }

  private func remove(_ image: String) {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: image + end) }
  }
}
