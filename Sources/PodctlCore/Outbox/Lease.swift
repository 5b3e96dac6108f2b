/// The right of one process to work on something of a tenant's.
public struct Lease: Sendable, Hashable {
  public var name: String
  /// Higher with each holder: a writer with an older one has been replaced.
  public var fence: Int64
  public var holder: String
  public var expiresAt: Instant

  /// How long a lease holds after its holder last wrote something; longer than any one request may take.
  public static let seconds: Int64 = 300

  public init(name: String, fence: Int64, holder: String, expiresAt: Instant) {
    self.name = name
    self.fence = fence
    self.holder = holder
    self.expiresAt = expiresAt
  }
}
