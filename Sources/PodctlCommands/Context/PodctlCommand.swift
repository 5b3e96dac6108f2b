import ArgumentParser
import PodctlCore

/// A leaf of the command tree. Its body is synchronous and runs on a thread of its own, where the database and the
/// network may block; ArgumentParser's root and leaves are asynchronous, since a synchronous root would silently skip
/// an asynchronous leaf in a release build.
protocol PodctlCommand: AsyncParsableCommand {
  var global: GlobalOptions { get }

  /// One line that works as it stands on the demo's data; the help shows it and a test runs it.
  static var example: String { get }

  /// True for a command that may change the database: its run is recorded, whether it succeeds or fails.
  static var changesDatabase: Bool { get }

  func run(in context: CommandContext) throws
}

extension PodctlCommand {
  static var changesDatabase: Bool { false }

  func run() async throws { try await Launcher.run(self) }
}
