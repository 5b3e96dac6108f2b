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
    /// How its downloads are counted, where not by the standard.
    public var counting: CountingChange
    /// What a demo tenant is made of; nil for a real one.
    public var demo: Tenant.Demo?

    public init(
      slug: Slug, name: String, kind: Tenant.Kind = .independent, zone: Zone = .utc, currency: Currency = .usd,
      contactEmail: String? = nil, ownerEmail: String? = nil, counting: CountingChange = CountingChange(),
      demo: Tenant.Demo? = nil
    ) {
      self.slug = slug
      self.name = name
      self.kind = kind
      self.zone = zone
      self.currency = currency
      self.contactEmail = contactEmail
      self.ownerEmail = ownerEmail
      self.counting = counting
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
    var tenant = Tenant(
      id: ids.next(Tenant.self), slug: draft.slug, name: draft.name, kind: draft.kind, zone: draft.zone,
      currency: draft.currency, contactEmail: draft.contactEmail, status: .active, demo: draft.demo,
      secretFingerprint: "", createdAt: now, updatedAt: now)
    try draft.counting.apply(to: &tenant)
    tenant.secretFingerprint = try secrets.secret(forNew: draft.slug, seed: seed).fingerprint
    let made = tenant
    try database.write(for: made.id) { tx in
      try TenantStore(tx).insert(made)
      if let email = draft.ownerEmail {
        try UserStore(tx).upsert(
          User(id: ids.next(User.self), email: email, name: nil, role: .owner, createdAt: now))
      }
    }
    return (made, true)
  }

  /// What is to change; nil leaves a thing as it is.
  public struct Change: Sendable {
    public var name: String?
    public var kind: Tenant.Kind?
    public var zone: Zone?
    public var currency: Currency?
    public var contactEmail: String?
    public var counting: CountingChange
    public var reactivates: Bool

    public init(
      name: String? = nil, kind: Tenant.Kind? = nil, zone: Zone? = nil, currency: Currency? = nil,
      contactEmail: String? = nil, counting: CountingChange = CountingChange(), reactivates: Bool = false
    ) {
      self.name = name
      self.kind = kind
      self.zone = zone
      self.currency = currency
      self.contactEmail = contactEmail
      self.counting = counting
      self.reactivates = reactivates
    }
  }

  /// What an update came to.
  public struct Update: Sendable {
    public var tenant: Tenant
    public var hasChanged: Bool
    /// How many files were counted by other rules or in another zone than the tenant's are now.
    public var filesToRecount: Int
  }

  /// Changes a tenant. Another zone, profile, window or limit holds for what is counted from now on; what was counted
  /// before stays as it is until a recount. Throws `tenant_archived`, or `usage` for counting that cannot be.
  public static func update(
    _ slug: String, _ change: Change, in database: Database, now: Instant
  ) throws -> Update {
    try requireEmail(change.contactEmail, "--contact-email")
    if let name = change.name { try requireName(name) }
    let before = try TenantStore.find(slug: slug, in: database)
    return try database.write(for: before.id) { tx in
      // The row is written back whole.
      try IngestedFileStore(tx).lock()
      let known = try TenantStore(tx).find(slug)
      var tenant = known
      if change.reactivates { tenant.status = .active }
      try tenant.requireActive()
      tenant.name = change.name ?? tenant.name
      tenant.kind = change.kind ?? tenant.kind
      tenant.zone = change.zone ?? tenant.zone
      tenant.currency = change.currency ?? tenant.currency
      tenant.contactEmail = change.contactEmail ?? tenant.contactEmail
      try change.counting.apply(to: &tenant)
      let toRecount = try OutdatedFile.all(of: tenant, lists: nil, now: now, tx).count
      guard tenant != known else { return Update(tenant: known, hasChanged: false, filesToRecount: toRecount) }
      tenant.updatedAt = now
      try TenantStore(tx).update(tenant)
      return Update(tenant: tenant, hasChanged: true, filesToRecount: toRecount)
    }
  }

  /// Archives a tenant: its figures stay to be looked at, nothing more is written. A second time changes nothing.
  public static func archive(
    _ slug: String, in database: Database, now: Instant
  ) throws -> (tenant: Tenant, hasChanged: Bool) {
    let before = try TenantStore.find(slug: slug, in: database)
    return try database.write(for: before.id) { tx in
      try IngestedFileStore(tx).lock()
      var tenant = try TenantStore(tx).find(slug)
      guard tenant.status == .active else { return (tenant, false) }
      tenant.status = .archived
      tenant.updatedAt = now
      try TenantStore(tx).update(tenant)
      return (tenant, true)
    }
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
