import PodctlCore
import PodctlStore

/// Makes, changes and archives tenants.
public enum TenantKeeping {
  /// What a new tenant is to be.
  public struct Draft: Sendable {
    public var slug: Slug
    public var name: String
    public var kind: Tenant.Kind
    public var zone: Zone
    public var currency: Currency
    public var contactEmail: String?
    public var ownerEmail: String?
    /// What a demo tenant is made of; nil for a real one.
    public var demo: Tenant.Demo?

    public init(
      slug: Slug, name: String, kind: Tenant.Kind = .independent, zone: Zone = .utc, currency: Currency = .usd,
      contactEmail: String? = nil, ownerEmail: String? = nil, demo: Tenant.Demo? = nil
    ) {
      self.slug = slug
      self.name = name
      self.kind = kind
      self.zone = zone
      self.currency = currency
      self.contactEmail = contactEmail
      self.ownerEmail = ownerEmail
      self.demo = demo
    }
  }

  /// Makes a tenant: its secret first, then its row and its owner together. Throws `tenant_exists`; with `ifMissing` a
  /// tenant of that slug is given as it is.
  public static func create(
    _ draft: Draft, ifMissing: Bool, in database: Database, secrets: SecretDirectory, seed: String?, now: Instant,
    ids: any IdentifierSource
  ) throws -> (tenant: Tenant, isNew: Bool) {
    try requireEmail(draft.contactEmail, "--contact-email")
    try requireEmail(draft.ownerEmail, "--owner")
    try requireName(draft.name)
    if let known = try database.read({ tx in try TenantStore(tx).existing(draft.slug.text) }) {
      // Asked before a secret is made: a new one beside a tenant of that slug would be the wrong one.
      guard ifMissing else { throw TenantStore.exists(draft.slug) }
      return (known, false)
    }
    let id = ids.next(Tenant.self)
    let secret = try secrets.secret(forNew: draft.slug, seed: seed)
    let tenant = Tenant(
      id: id, slug: draft.slug, name: draft.name, kind: draft.kind, zone: draft.zone, currency: draft.currency,
      contactEmail: draft.contactEmail, status: .active, demo: draft.demo,
      secretFingerprint: secret.fingerprint, createdAt: now, updatedAt: now)
    try database.write(for: id) { tx in
      try TenantStore(tx).insert(tenant)
      if let email = draft.ownerEmail {
        try UserStore(tx).upsert(
          User(id: ids.next(User.self), email: email, name: nil, role: .owner, createdAt: now))
      }
    }
    return (tenant, true)
  }

  /// What is to change; nil leaves a thing as it is.
  public struct Change: Sendable {
    public var name: String?
    public var kind: Tenant.Kind?
    public var zone: Zone?
    public var currency: Currency?
    public var contactEmail: String?
    public var reactivates: Bool

    public init(
      name: String? = nil, kind: Tenant.Kind? = nil, zone: Zone? = nil, currency: Currency? = nil,
      contactEmail: String? = nil, reactivates: Bool = false
    ) {
      self.name = name
      self.kind = kind
      self.zone = zone
      self.currency = currency
      self.contactEmail = contactEmail
      self.reactivates = reactivates
    }
  }

  /// Changes a tenant and says whether anything was changed. Throws `tenant_archived`, and `transition_refused` for
  /// another zone once anything has been counted in the old one.
  public static func update(
    _ slug: String, _ change: Change, in database: Database, now: Instant
  ) throws -> (tenant: Tenant, hasChanged: Bool) {
    try requireEmail(change.contactEmail, "--contact-email")
    if let name = change.name { try requireName(name) }
    let before = try TenantStore.find(slug: slug, in: database)
    return try database.write(for: before.id) { tx in
      let known = try TenantStore(tx).find(slug)
      var tenant = known
      if change.reactivates { tenant.status = .active }
      try tenant.requireActive()
      tenant.name = change.name ?? tenant.name
      tenant.kind = change.kind ?? tenant.kind
      tenant.zone = change.zone ?? tenant.zone
      tenant.currency = change.currency ?? tenant.currency
      tenant.contactEmail = change.contactEmail ?? tenant.contactEmail
      guard tenant != known else { return (known, false) }
      if tenant.zone != known.zone { try requireUncounted(known, in: tx) }
      tenant.updatedAt = now
      try TenantStore(tx).update(tenant)
      return (tenant, true)
    }
  }

  /// Archives a tenant: its figures stay to be looked at, nothing more is written. A second time changes nothing.
  public static func archive(
    _ slug: String, in database: Database, now: Instant
  ) throws -> (tenant: Tenant, hasChanged: Bool) {
    try database.write { tx in
      var tenant = try TenantStore(tx).find(slug)
      guard tenant.status == .active else { return (tenant, false) }
      tenant.status = .archived
      tenant.updatedAt = now
      try TenantStore(tx).update(tenant)
      return (tenant, true)
    }
  }

  private static func requireUncounted(_ tenant: Tenant, in tx: TenantTransaction) throws {
    guard try IngestedFileStore(tx).hasAny() else { return }
    throw PodctlError(
      .transitionRefused,
      "the zone of tenant \"\(tenant.slug)\" cannot change: its logs were counted by days of"
        + " \(tenant.zone)",
      hint: "another zone cuts every day, week, report and bill anew, which means a recount: make a tenant with that"
        + " zone and ingest the logs there",
      commands: ["podctl tenant create SLUG --name NAME --zone ZONE"], context: [.init("tenant", tenant.slug.text)])
  }

  private static func requireName(_ name: String) throws {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw PodctlError(.usage, "a tenant's name cannot be empty", hint: "name it with --name")
    }
  }

  /// One "@" with something before it and a dotted host after it: enough to catch a slip.
  private static func requireEmail(_ email: String?, _ option: String) throws {
    guard let email else { return }
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].split(separator: ".").count >= 2,
      !email.contains(where: \.isWhitespace)
    else {
      throw PodctlError(.usage, "\(option) is not an email address", hint: "write it as name@example.com")
    }
  }
}
