import PodctlCore

extension MigrationRunner {
  /// The database's complaint with the file and line; what is not the file's fault keeps its own code.
  static func failure(of file: MigrationFile, _ error: PodctlError) -> PodctlError {
    let place = file.fileName + (error.context.first { $0.name == "line" }.map { ", line \($0.value)" } ?? "")
    let isFileFault = [.databaseFailed, .statementConflict, .migrationFailed].contains(error.code)
    return PodctlError(
      isFileFault ? .migrationFailed : error.code, "\(place): \(error.message)",
      hint: isFileFault ? "nothing of this file was kept; correct it and run migrate up again" : error.hint,
      commands: error.commands, context: [.init("file", file.fileName)] + error.context)
  }

  static func exhausted(_ file: MigrationFile, _ error: PodctlError, attempts: Int) -> PodctlError {
    let line = error.context.first { $0.name == "line" }?.value
    return PodctlError(
      .lockTimeout,
      "\(file.fileName)\(line.map { ", line \($0)" } ?? ""): what it needs stayed locked by others in \(attempts) attempts",
      hint: "nothing was changed; run it again at a quieter time, or give it longer with --lock-timeout and --retries",
      commands: ["podctl migrate up"],
      context: [.init("file", file.fileName)] + error.context.filter { $0.name != "file" })
  }

  static func changedMeanwhile(_ file: MigrationFile) -> PodctlError {
    PodctlError(
      .migrationChanged, "\(file.fileName) was changed while it was being run", hint: "nothing was kept; run it again",
      context: [.init("file", file.fileName)])
  }
}
