import ArgumentParser
import PodctlCore
import PodctlRender

enum TenantListing {
  static func columns(_ schema: String) -> Listing<Tenant> { Listing(schema: schema, shared { $0 }) }

  /// A tenant with what belongs to it.
  struct Detail: Sendable {
    var tenant: Tenant
    var users: [User]
    var podcasts: Int
    var episodes: Int
  }

  static var detail: Listing<Detail> {
    Listing(
      schema: "podctl.tenant.show/1",
      shared(\.tenant) + counting + [
        Column("podcasts", "Podcasts", .trailing) { .integer($0.podcasts) },
        Column("episodes", "Episodes", .trailing) { .integer($0.episodes) },
        Column("users", "Users") { detail in
          .list(
            detail.users.map { user in
              .object([
                .init("email", .text(user.email)), .init("name", .text(user.name)),
                .init("role", .text(user.role.rawValue)),
              ])
            })
        },
      ])
  }

  private static var counting: [Column<Detail>] {
    [
      Column("counting_window", "Window") { .text($0.tenant.counting.window.rawValue) },
      Column("counting_profile", "Counting profile", inTable: false) { .text($0.tenant.counting.profile.rawValue) },
      Column("volume_limit", "Volume limit", .trailing) { detail in
        detail.tenant.counting.volumeLimit.map { .integer($0) } ?? .absent("none")
      },
      Column("closes_after_days", "Closes after days", .trailing) { .integer($0.tenant.closesAfterDays) },
    ]
  }

  private static func shared<Item>(_ tenant: @escaping @Sendable (Item) -> Tenant) -> [Column<Item>] {
    [
      Column("tenant", "Tenant") { .text(tenant($0).slug.text) },
      Column("name", "Name") { .text(tenant($0).name) },
      Column("kind", "Kind") { .text(tenant($0).kind.rawValue) },
      Column("zone", "Zone") { .text(tenant($0).zone.identifier) },
      Column("currency", "Currency") { .text(tenant($0).currency.code) },
      Column("status", "Status") { .text(tenant($0).status.rawValue) },
      Column("contact_email", "Contact", inTable: false) { .text(tenant($0).contactEmail) },
      Column("demo_seed", "Demo seed", inTable: false) { .integer(tenant($0).demo?.seed) },
      Column("demo_anchor", "Demo anchor", inTable: false) { .day(tenant($0).demo?.anchor) },
      Column("secret_fingerprint", "Secret's SHA-256", inTable: false) { .text(tenant($0).secretFingerprint) },
      Column("id", "Id", inTable: false) { .text(tenant($0).id.description) },
      Column("created_at", "Created", inTable: false) { .instant(tenant($0).createdAt) },
      Column("updated_at", "Updated", inTable: false) { .instant(tenant($0).updatedAt) },
    ]
  }
}

extension Tenant.Kind: ExpressibleByArgument {}
