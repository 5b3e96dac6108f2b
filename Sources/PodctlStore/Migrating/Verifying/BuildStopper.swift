import Foundation
import PodctlCore
import Synchronization

/// Stops the building of an index between its being there, not valid yet, and its being done: a transaction that has the
/// table open for writing makes the server wait there, and then the builder's own process is ended.
final class BuildStopper: Sendable {
  private let isOver = Mutex(false)
  private let ended = DispatchSemaphore(value: 0)

  /// Returns when the table is held; the rest goes on beside the caller, who now builds.
  init(_ index: ConcurrentIndex, open: @escaping @Sendable () throws -> Database) throws {
    let isHeld = DispatchSemaphore(value: 0)
    let thread = Thread { [self] in
      defer {
        isHeld.signal()
        ended.signal()
      }
      guard let holder = try? open(), let watcher = try? open() else { return }
      _ = try? holder.write { tx in
        try tx.run("LOCK TABLE \(sql: Statement(segments: [.text(index.quotedTable)])) IN ROW EXCLUSIVE MODE")
        isHeld.signal()
        while !isOver.withLock({ $0 }), try !watcher.read({ tx in try stop(index, in: tx) }) {
          Thread.sleep(forTimeInterval: 0.005)
        }
      }
    }
    thread.start()
    isHeld.wait()
  }

  /// Waits until the table is free again.
  func finish() {
    isOver.withLock { $0 = true }
    ended.wait()
  }

  /// True once the builder has been told to end.
  private func stop(_ index: ConcurrentIndex, in tx: Transaction) throws -> Bool {
    let builder = Statement(segments: [.text(tx.dialect.indexBuild(index))])
    return try tx.first(
      """
      SELECT pg_terminate_backend(b.pid) AS done FROM (\(sql: builder)) b
      JOIN pg_catalog.pg_stat_progress_create_index p ON p.pid = b.pid
      WHERE p.phase LIKE 'waiting for writers before build'
      """)?["done"] ?? false
  }
}
