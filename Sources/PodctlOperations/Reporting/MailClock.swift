import PodctlCore
import PodctlStore

/// Whether the clock can be believed: by a wrong one a week would be due that is not over, or a mail would seem to wait
/// still that has gone.
public enum MailClock {
  /// Clocks of two machines differ by so much, and one that is set right goes back by so little.
  static let toleranceSeconds: Int64 = 120
  /// SendGrid's clock is another's, and its answer takes a while.
  static let serviceToleranceSeconds: Int64 = 300

  /// Throws `clock_moved` where an earlier run has worked at a later time.
  static func check(_ now: Instant, in tx: TenantTransaction) throws {
    if let fault = try fault(now, in: tx) { throw fault }
  }

  /// What `check` would throw.
  public static func fault(_ now: Instant, in tx: TenantTransaction) throws -> PodctlError? {
    guard let seen = try MailClockStore(tx).seen(), now < seen.advanced(seconds: -toleranceSeconds) else { return nil }
    return moved("the clock shows \(now), and an earlier run has worked at \(seen)")
  }

  /// Throws `clock_moved` where the service's clock shows another time.
  static func check(_ now: Instant, against service: Instant?) throws {
    guard let service, abs(now.seconds - service.seconds) > serviceToleranceSeconds else { return }
    throw moved("the clock shows \(now), and SendGrid's \(service)")
  }

  private static func moved(_ message: String) -> PodctlError {
    PodctlError(
      .clockMoved, "\(message): the clock moved, so nothing is sent",
      hint: "set the clock right and run it again; where it is right now, pass --clock-moved-ok once",
      commands: ["podctl report send --due --clock-moved-ok"])
  }
}
