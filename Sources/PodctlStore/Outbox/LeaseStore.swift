import PodctlCore

/// Who works on what of a tenant's. A lease is checked and renewed within every transaction that its holder writes in.
public struct LeaseStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func find(_ name: String) throws -> Lease? {
    try tx.first(
      """
      SELECT name, fence, holder, expires_at FROM leases WHERE tenant_id = \(tx.tenant) AND name = \(name)
      """
    ).map { row in
      Lease(name: try row["name"], fence: try row["fence"], holder: try row["holder"], expiresAt: try row["expires_at"])
    }
  }

  /// Takes a lease that is free, expired, or held by one that is known to be gone; nil when another holds it.
  public func take(_ name: String, holder: String, now: Instant, from gone: String? = nil) throws -> Lease? {
    let expiry = now.advanced(seconds: Lease.seconds)
    // A lease that ends far later than any holder would set it was written by a clock that has been set back; clocks of two
    // machines differ by less than a lease lasts, and a holder whose clock is ahead is at work all the same.
    let farthest = expiry.advanced(seconds: Lease.seconds)
    let row = try tx.first(
      """
      INSERT INTO leases (tenant_id, name, fence, holder, expires_at)
      VALUES (\(tx.tenant), \(name), 1, \(holder), \(expiry))
      ON CONFLICT (tenant_id, name) DO UPDATE SET fence = leases.fence + 1, holder = excluded.holder,
        expires_at = excluded.expires_at
      WHERE leases.expires_at <= \(now) OR leases.expires_at > \(farthest) OR leases.holder = \(gone ?? holder)
      RETURNING fence
      """)
    guard let row else { return nil }
    return Lease(name: name, fence: try row["fence"], holder: holder, expiresAt: expiry)
  }

  /// Renews a lease; throws `lease_lost` when another has taken it over, so that the transaction changes nothing.
  public func hold(_ lease: Lease, now: Instant) throws {
    let held = try tx.run(
      """
      UPDATE leases SET expires_at = \(now.advanced(seconds: Lease.seconds))
      WHERE tenant_id = \(tx.tenant) AND name = \(lease.name) AND fence = \(lease.fence)
      """)
    guard held == 1 else {
      throw PodctlError(
        .leaseLost, "another run has taken over the work on \(lease.name)",
        hint: "this run has stopped; see what the other one does", commands: ["podctl runs list"])
    }
  }

  /// Gives a lease back; the fence stays. It is over by clocks too that are behind by no more than a lease lasts.
  public func release(_ lease: Lease, now: Instant) throws {
    try tx.run(
      """
      UPDATE leases SET expires_at = \(now.advanced(seconds: -Lease.seconds))
      WHERE tenant_id = \(tx.tenant) AND name = \(lease.name) AND fence = \(lease.fence)
      """)
  }
}
