import PodctlCore
import PodctlOperations
import PodctlStore

extension CommandContext {
  /// The tenant that `--tenant`, `PODCTL_TENANT` or the profile names; throws `tenant_not_found` with a suggestion, and
  /// `tenant_archived` to a command that changes the database.
  func tenant(_ option: TenantOption) throws -> Tenant {
    guard let slug = option.tenant ?? settings.tenant else {
      throw PodctlError(
        .usage, "no tenant was named", hint: "name one with --tenant SLUG or PODCTL_TENANT",
        commands: ["podctl tenant list"])
    }
    let tenant = try TenantStore.find(slug: slug, in: database())
    if recorder != nil { try tenant.requireActive() }
    return tenant
  }

  /// Where tenants' secrets lie.
  var secrets: SecretDirectory {
    SecretDirectory(dataDirectory: environment.dataDirectory, credentials: environment["CREDENTIALS_DIRECTORY"])
  }

  /// What a tenant's listeners and households are hashed with, day by day.
  func listenerKeys(of tenant: Tenant) throws -> ListenerKeys {
    try ListenerKeys(of: tenant, in: secrets, database: database())
  }
}
