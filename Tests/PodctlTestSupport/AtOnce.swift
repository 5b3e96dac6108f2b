import Foundation
import PodctlCore
import PodctlStore
import Synchronization

/// Lets several come to the same place at the same moment, so that what only a race would show is shown each time.
public enum AtOnce {
  /// Opens a transaction, does `holding` in it, starts the others, each on a connection of its own, and ends the
  /// transaction when all of them wait behind it. Gives what they threw; throws where they do not wait, since what is not
  /// held up by the first has read what is about to change.
  public static func run(
    _ count: Int, behind tenant: Identifier<Tenant>, in test: TestDatabase,
    holding: (TenantTransaction) throws -> Void, _ body: @escaping @Sendable (Int, Database) throws -> Void
  ) throws -> [String] {
    let url = try test.url
    let ended = Ended()
    let thread = Thread {
      let outcome = Threads.run(count) { number in
        try body(number, try Database.open(url, for: .work, now: { FixedTime.now }))
      }
      ended.errors.withLock { $0 = outcome.errors }
      ended.signal.signal()
    }
    do {
      try test.database.write(for: tenant) { tx in
        try holding(tx)
        thread.start()
        try test.awaitBlocked(count)
      }
    } catch {
      ended.signal.wait()
      throw error
    }
    ended.signal.wait()
    return ended.errors.withLock { $0 }
  }

  private final class Ended: Sendable {
    let errors = Mutex<[String]>([])
    let signal = DispatchSemaphore(value: 0)
  }
}

extension TestDatabase {
  /// Waits until so many transactions of this database wait for another one's lock. SQLite tells nobody: there it is a
  /// moment, and a writer who comes later than that has waited as well.
  fileprivate func awaitBlocked(_ count: Int) throws {
    guard kind == .postgres else {
      usleep(300_000)
      return
    }
    let watching = try connectAsOwner()
    for _ in 0..<400 {
      let waiting: Int64 = try watching.driver.execute(
        """
        SELECT count(DISTINCT l.pid) AS waiting FROM pg_catalog.pg_locks l
        JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted AND a.datname = current_database()
        """, []
      ).rows[0]["waiting"]
      if waiting >= count { return }
      usleep(25_000)
    }
    throw PodctlError(.internalFault, "the others did not wait for the first")
  }
}
