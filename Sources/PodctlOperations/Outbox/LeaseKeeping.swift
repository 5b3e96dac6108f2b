import PodctlCore
import PodctlStore

/// What to do where another run holds the lease.
public enum LeaseChoice: String, Sendable, CaseIterable {
  case wait, fail, skip
}

/// Takes and gives back the lease under which a tenant's outbox is worked on.
public enum LeaseKeeping {
  private static let lookEveryMilliseconds = 1000

  /// Takes a lease. Where a living run holds it: waits to the deadline, throws `lease_held`, or gives nil, as chosen. A
  /// holder whose process is gone from this machine is replaced at once, any other when its lease has run out.
  public static func take(
    _ name: String, of tenant: Identifier<Tenant>, in database: Database, holder: ProcessHolder, choice: LeaseChoice,
    time: OutboxTime
  ) throws -> Lease? {
    while true {
      let lease = try database.write(for: tenant) { tx -> Lease? in
        let store = LeaseStore(tx)
        let standing = try store.find(name)
        let gone = standing.flatMap { ProcessHolder.isGone($0.holder) ? $0.holder : nil }
        return try store.take(name, holder: holder.text, now: time.now(), from: gone)
      }
      if let lease { return lease }
      switch choice {
      case .skip: return nil
      case .wait where time.wait(milliseconds: lookEveryMilliseconds): continue
      case .wait, .fail:
        throw PodctlError(
          .leaseHeld, "another run is at work on \(name)",
          hint: "wait for it to end, or pass --lock wait or --lock skip", commands: ["podctl runs list"],
          context: [.init("lease", name)])
      }
    }
  }

  public static func release(
    _ lease: Lease, of tenant: Identifier<Tenant>, in database: Database, now: Instant
  ) throws {
    try database.write(for: tenant) { tx in try LeaseStore(tx).release(lease, now: now) }
  }
}
