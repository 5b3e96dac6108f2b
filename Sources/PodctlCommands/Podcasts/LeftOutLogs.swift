import PodctlCore

/// Logs of one run that could not be read, while the others were: each is named when it is met, and the run ends with that.
struct LeftOutLogs {
  /// How many logs there are.
  private let all: Int
  private var faults: [PodctlError] = []

  init(of all: Int) { self.all = all }

  /// Names a log. Throws its fault where it is the only one: nothing is left to go on with.
  mutating func add(_ fault: PodctlError, _ context: CommandContext) throws {
    guard all > 1 else { throw fault }
    context.console.warn("left out: \(fault.message)")
    faults.append(fault)
  }

  /// Throws where a log was left out: with the code that all of their faults have, or else `log_unreadable`.
  func tell() throws {
    guard let first = faults.first else { return }
    let more = faults.count == 1 ? "" : ", and \(faults.count - 1) more"
    throw PodctlError(
      faults.allSatisfy { $0.code == first.code } ? first.code : .logUnreadable,
      "\(faults.count) of \(all) logs \(faults.count == 1 ? "was" : "were") left out: \(first.message)\(more)",
      hint: (first.hint.map { "\($0); " } ?? "") + "the others were read",
      context: [
        .init("left_out", "\(faults.count)"), .init("logs", "\(all)"), .init("files", files.joined(separator: ", ")),
        .init("why", faults.prefix(20).map(\.message).joined(separator: "; ")),
      ])
  }

  /// The logs that are named by their faults.
  private var files: [String] {
    faults.compactMap { fault in fault.context.first { $0.name == "file" || $0.name == "path" }?.value }
  }
}
