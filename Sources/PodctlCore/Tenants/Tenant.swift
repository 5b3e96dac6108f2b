/// A client of the platform whose data no other tenant can see.
public struct Tenant: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case network, agency, independent }
  public enum Status: String, Sendable, CaseIterable { case active, archived }

  /// What a demo tenant was made of; made of the same again, it is the same to the byte.
  public struct Demo: Sendable, Hashable {
    public var seed: Int64
    /// The Monday before which the demo's weeks lie.
    public var anchor: Day
    public var weeks: Int

    public init(seed: Int64, anchor: Day, weeks: Int) {
      self.seed = seed
      self.anchor = anchor
      self.weeks = weeks
    }
  }

  public var id: Identifier<Tenant>
  public var slug: Slug
  public var name: String
  public var kind: Kind
  /// The counting zone: it cuts days, weeks, months, reports and bills alike.
  public var zone: Zone
  /// What the tenant's downloads are counted by.
  public var counting = CountingRules.standard
  /// Whether somebody has said what its limit of downloads of one address is; a tenant of an older podctl has none until
  /// then.
  public var isVolumeDecided = true
  /// Days after the later of its end and its day's first ingest at which a window closes.
  public var closesAfterDays = 45
  public var currency: Currency
  public var contactEmail: String?
  public var status: Status
  /// The mark of a demo tenant; nil for a real one. A demo is never billed live nor mailed.
  public var demo: Demo?
  /// SHA-256 of the tenant's secret, which itself is never in the database.
  public var secretFingerprint: String
  public var createdAt: Instant
  public var updatedAt: Instant

  public var isDemo: Bool { demo != nil }

  /// Throws `tenant_archived`; whatever writes for a tenant asks first.
  public func requireActive() throws(PodctlError) {
    guard status == .active else {
      throw PodctlError(
        .tenantArchived, "tenant \"\(slug)\" is archived and can only be looked at",
        hint: "make it active again if it still works with you",
        commands: ["podctl tenant update \(slug) --reactivate"], context: [.init("tenant", slug.text)])
    }
  }

  public init(
    id: Identifier<Tenant>, slug: Slug, name: String, kind: Kind, zone: Zone, currency: Currency,
    contactEmail: String?, status: Status, demo: Demo?, secretFingerprint: String, createdAt: Instant,
    updatedAt: Instant
  ) {
    self.id = id
    self.slug = slug
    self.name = name
    self.kind = kind
    self.zone = zone
    self.currency = currency
    self.contactEmail = contactEmail
    self.status = status
    self.demo = demo
    self.secretFingerprint = secretFingerprint
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

/// A person who works for a tenant.
public struct User: Sendable, Hashable {
  public enum Role: String, Sendable, CaseIterable { case owner, manager, viewer }

  public var id: Identifier<User>
  public var email: String
  public var name: String?
  public var role: Role
  public var createdAt: Instant

  public init(id: Identifier<User>, email: String, name: String?, role: Role, createdAt: Instant) {
    self.id = id
    self.email = email
    self.name = name
    self.role = role
    self.createdAt = createdAt
  }
}
