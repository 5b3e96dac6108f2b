import Foundation

/// How often a suite kills podctl at a random moment: a few times among all tests, and as often as `PODCTL_KILLS` says
/// where the scripts of the same name ask for more.
public enum KillRounds {
  public static let count = ProcessInfo.processInfo.environment["PODCTL_KILLS"].flatMap(Int.init) ?? 3
}
