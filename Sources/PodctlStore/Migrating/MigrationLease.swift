import Foundation
import PodctlCore
import Synchronization

/// The right to go on with a file that no transaction can hold: a row's token, which only grows, and the time until which
/// its holder is taken to be alive. Whoever has an older token can record nothing more.
struct MigrationLease: Sendable {
  let ledger: MigrationLedger
  let entry: LedgerEntry

  /// How long a holder that says nothing is taken to be alive, and how often it says something, in milliseconds.
  static let lifetime: Int64 = 6000
  static let beat: Int64 = 1500

  var token: Int64 { entry.leaseToken }

  /// Gives the lease its time again; false when another has taken it.
  func renew(in tx: Transaction, _ now: Instant) throws -> Bool {
    try tx.run(
      """
      UPDATE \(sql: ledger.table(tx.dialect))
      SET lease_until = \(sql: tx.dialect.time(now, plusMilliseconds: MigrationLease.lifetime))
      WHERE \(sql: row) AND lease_token = \(token)
      """) == 1
  }

  /// Lets it go at once, so that another run need not wait.
  func release(in tx: Transaction) throws {
    try tx.run(
      "UPDATE \(sql: ledger.table(tx.dialect)) SET lease_until = NULL WHERE \(sql: row) AND lease_token = \(token)")
  }

  /// Writes down how far the file is. Throws `database_busy` when another has taken the lease.
  func record(begun: Int64, done: Int64, in tx: Transaction) throws {
    let changed = try tx.run(
      """
      UPDATE \(sql: ledger.table(tx.dialect)) SET statements_begun = \(begun), statements_done = \(done)
      WHERE \(sql: row) AND lease_token = \(token)
      """)
    guard changed == 1 else { throw lost }
  }

  /// Whether somebody is alive who holds the row's lease.
  static func isHeld(_ entry: LedgerEntry, _ ledger: MigrationLedger, in tx: Transaction, _ now: Instant) throws -> Bool
  {
    let lease = MigrationLease(ledger: ledger, entry: entry)
    return try tx.first(
      """
      SELECT 1 AS held FROM \(sql: ledger.table(tx.dialect))
      WHERE \(sql: lease.row) AND lease_until > \(sql: tx.dialect.time(now))
      """) != nil
  }

  private var row: Statement { "kind = \(entry.kind) AND version = \(entry.version) AND name = \(entry.name)" }

  var lost: PodctlError {
    PodctlError(
      .databaseBusy, "another runner has taken over \(entry.name), since this one said nothing for too long",
      hint: "nothing is lost: the other goes on where this one was; run it again to see",
      commands: ["podctl migrate status"])
  }
}

/// Says on a connection of its own, outside any transaction, that a lease's holder is alive: a snapshot held open would
/// keep an index that is built concurrently from ever being done.
final class LeaseHeartbeat: Sendable {
  private let isStopped = Mutex(false)

  init(_ lease: MigrationLease, now: @escaping @Sendable () -> Instant, open: @escaping @Sendable () throws -> Database)
  {
    let thread = Thread { [self] in
      guard let database = try? open() else { return }
      while !isStopped.withLock({ $0 }) {
        // A beat that fails is made up for by the next one; a lease that is lost is found by its holder's next record.
        _ = try? database.write { tx in try lease.renew(in: tx, now()) }
        for _ in 0..<15 where !isStopped.withLock({ $0 }) {
          Thread.sleep(forTimeInterval: Double(MigrationLease.beat) / 15_000)
        }
      }
    }
    thread.start()
  }

  func stop() { isStopped.withLock { $0 = true } }
}
