/// The days that one secret of a tenant keys: from its first day until the next secret's.
public struct SecretSpan: Sendable, Hashable {
  /// SHA-256 of the secret, in hexadecimal.
  public var fingerprint: String
  /// Nil for a tenant's first secret, which keys all days before the second.
  public var firstDay: Day?
  /// When the secret was dropped; nil while it is kept.
  public var droppedAt: Instant?

  public init(fingerprint: String, firstDay: Day?, droppedAt: Instant? = nil) {
    self.fingerprint = fingerprint
    self.firstDay = firstDay
    self.droppedAt = droppedAt
  }

  /// Spans in order, a first one for all days where nothing was ever rotated.
  public static func ordered(_ stored: [SecretSpan], of tenant: Tenant) -> [SecretSpan] {
    guard !stored.isEmpty else { return [SecretSpan(fingerprint: tenant.secretFingerprint, firstDay: nil)] }
    return stored.sorted { ($0.firstDay?.number ?? .min) < ($1.firstDay?.number ?? .min) }
  }
}

extension [SecretSpan] {
  /// The index of the span that a day lies in; spans come in order.
  public func index(on day: Day) -> Int {
    lastIndex { span in span.firstDay.map { $0 <= day } ?? true } ?? 0
  }

  /// The days on which another secret begins, within some days, both included.
  public func changes(within days: ClosedRange<Day>) -> [Day] {
    dropFirst().compactMap(\.firstDay).filter { days.lowerBound < $0 && $0 <= days.upperBound }
  }
}
