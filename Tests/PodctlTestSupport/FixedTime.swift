import PodctlCore

/// The moment at which tests take place unless they choose another: a Monday morning in UTC.
public enum FixedTime {
  public static let now = Instant(seconds: 1_793_606_400)  // 2026-11-02T08:00:00Z
}
