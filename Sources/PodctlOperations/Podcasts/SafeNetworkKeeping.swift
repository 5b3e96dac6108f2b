import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Keeps a tenant's safe list.
public enum SafeNetworkKeeping {
  /// Adds a network, or looks at it again where it is on the list. Throws `usage` for what is no network, and for one
  /// so wide that it would undo the lists.
  public static func add(
    _ text: String, note: String?, to tenant: Tenant, in database: Database, now: Instant
  ) throws -> (network: SafeNetwork, isNew: Bool) {
    let network = SafeNetwork(network: try canonical(text), note: note, addedAt: now, validatedAt: now)
    return try database.write(for: tenant.id) { tx in
      let store = SafeNetworkStore(tx)
      let isNew = try !store.all().contains { $0.network == network.network }
      try store.upsert(network)
      return (try store.all().first { $0.network == network.network } ?? network, isNew)
    }
  }

  /// Writes down that networks were looked at again, all of them where none is named. Throws `network_not_found`.
  public static func renew(
    _ text: String?, of tenant: Tenant, in database: Database, now: Instant
  ) throws -> Int {
    let network = try text.map(canonical)
    let renewed = try database.write(for: tenant.id) { tx in try SafeNetworkStore(tx).renew(network, now: now) }
    if let network, renewed == 0 {
      throw PodctlError(
        .networkNotFound, "\(network) is not on the safe list of tenant \(tenant.slug)", hint: "see what is on it",
        commands: ["podctl podcast filters safe list --tenant \(tenant.slug)"], context: [.init("network", network)])
    }
    return renewed
  }

  /// Takes a network off; false when it was not on the list.
  public static func remove(_ text: String, of tenant: Tenant, in database: Database) throws -> Bool {
    let network = try canonical(text)
    return try database.write(for: tenant.id) { tx in try SafeNetworkStore(tx).remove(network) }
  }

  private static func canonical(_ text: String) throws(PodctlError) -> String {
    guard let network = Network.canonical(text) else {
      throw PodctlError(
        .usage, "\"\(text)\" is no network", hint: "write it as 192.0.2.0/24, 2001:db8::/32, or a lone address")
    }
    guard !network.isWide else {
      throw PodctlError(
        .usage, "\(network.text) is too wide to be people: it would undo the lists of data centres",
        hint: "name networks of /8 or longer, IPv6 ones of /16 or longer")
    }
    return network.text
  }
}
