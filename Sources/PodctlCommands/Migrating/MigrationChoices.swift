import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlStore

/// What plan and up may be told about which steps to take.
struct MigrationChoices: ParsableArguments {
  @Option(help: ArgumentHelp("Stop after this version.", valueName: "version"))
  var to: Int64?
  @Flag(help: "Apply a file even if a later one is already applied.")
  var allowOutOfOrder = false
  @Flag(help: "Continue even if the history has steps that these files lack, such as after rolling back a release.")
  var allowNewer = false

  func rules() -> MigrationRules {
    var rules = MigrationRules()
    rules.to = to
    rules.allowsOutOfOrder = allowOutOfOrder
    rules.allowsNewer = allowNewer
    return rules
  }
}

/// How long migrate waits, and for what.
struct MigrationWaits: ParsableArguments {
  @Option(help: "If another runner holds the lock: wait, fail (exit 75) or skip (exit 0).")
  var lock = MigrationRules.Lock.wait
  @Option(help: ArgumentHelp("Longest wait of --lock wait.", valueName: "time"))
  var lockWait = WrittenDuration(.seconds(60))
  @Option(
    help: ArgumentHelp(
      "Longest wait of a statement for a table; then the file is rolled back and retried.", valueName: "time"))
  var lockTimeout = WrittenDuration(.seconds(5))
  @Option(help: ArgumentHelp("Longest duration of a statement; the default is no limit.", valueName: "time"))
  var statementTimeout: WrittenDuration?
  @Option(help: "Number of retries for a file whose table stayed locked.")
  var retries = 5

  func validate() throws {
    guard (0...100).contains(retries) else { throw ValidationError("--retries is a number from 0 to 100") }
  }

  /// For a command that no other runner does in the place of this one.
  func refuseSkipping() throws {
    guard lock != .skip else {
      throw ValidationError("--lock skip would leave it undone without a word; use --lock wait or --lock fail")
    }
  }

  func rules() -> MigrationRules {
    var rules = MigrationRules()
    apply(to: &rules)
    return rules
  }

  func apply(to rules: inout MigrationRules) {
    rules.lock = lock
    rules.lockWait = lockWait.duration
    rules.lockTimeout = lockTimeout.duration
    rules.statementTimeout = statementTimeout?.duration
    rules.retries = retries
  }
}

extension MigrationRules.Lock: ExpressibleByArgument {}

/// `500ms`, `5s`, `10m`.
struct WrittenDuration: ExpressibleByArgument {
  let duration: Duration
  let defaultValueDescription: String

  init(_ duration: Duration) {
    self.duration = duration
    defaultValueDescription = "\(duration.components.seconds)s"
  }

  init?(argument: String) {
    guard let duration = Duration(written: argument) else { return nil }
    self.duration = duration
    defaultValueDescription = argument
  }
}
