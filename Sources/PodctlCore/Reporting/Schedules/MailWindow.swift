/// How long a scheduled mail waits at its service before it goes.
public enum MailWindow {
  /// SendGrid takes a mail back until ten minutes before it goes, and keeps none for more than 72 hours.
  public static let minutes = 15...4320
  /// Where nobody says otherwise: long enough to take back what is in doubt, and a weekly report is in no hurry.
  public static let usualMinutes = 30

  /// Throws `usage` for a window that no service keeps; 0 is none.
  public static func check(_ minutes: Int) throws(PodctlError) {
    guard minutes == 0 || Self.minutes.contains(minutes) else {
      throw PodctlError(
        .usage, "mails cannot wait for \(minutes) minutes", hint: "give 15 to 4320 minutes, or 0 to send at once")
    }
  }
}
