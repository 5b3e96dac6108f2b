import Foundation
import PodctlCore

/// What a command may know of the process around it: clock, ids, words, variables and directories. Tests give their own.
struct Environment: Sendable {
  var now: @Sendable () -> Instant
  var ids: any IdentifierSource
  var variables: [String: String]
  /// The words after the program's name.
  var arguments: [String]
  var workingDirectory: String
  var home: String

  /// The running process. `PODCTL_NOW` fixes the clock and `PODCTL_ID_SEED` makes ids repeatable; throws
  /// `setting_invalid` when the clock cannot be read.
  static func live() throws(PodctlError) -> Environment {
    let process = ProcessInfo.processInfo
    let variables = process.environment
    let arguments = Array(process.arguments.dropFirst())
    let now = try clock(variables["PODCTL_NOW"])
    let ids: any IdentifierSource =
      if let seed = variables["PODCTL_ID_SEED"], !seed.isEmpty {
        SeededIdentifiers(seed: seed, words: arguments, now: now)
      } else {
        RandomIdentifiers(now: now)
      }
    return Environment(
      now: now, ids: ids, variables: variables, arguments: arguments,
      workingDirectory: FileManager.default.currentDirectoryPath,
      home: variables["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory())
  }

  private static func clock(_ fixed: String?) throws(PodctlError) -> @Sendable () -> Instant {
    guard let fixed, !fixed.isEmpty else {
      return {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
      }
    }
    guard let instant = Instant(fixed) else {
      throw PodctlError(
        .settingInvalid, "PODCTL_NOW is not a time", hint: "write it as 2026-11-02T08:00:00Z, or unset it")
    }
    return { instant }
  }

  /// A variable's value; an empty one counts as unset.
  subscript(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A directory of the XDG base directory specification, `podctl` appended; a relative value is ignored as it says.
  func directory(_ variable: String, default path: String) -> String {
    let base = self[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/" + path
    return base + "/podctl"
  }

  var configDirectory: String { directory("XDG_CONFIG_HOME", default: ".config") }
  var dataDirectory: String { directory("XDG_DATA_HOME", default: ".local/share") }
  var cacheDirectory: String { directory("XDG_CACHE_HOME", default: ".cache") }
}
