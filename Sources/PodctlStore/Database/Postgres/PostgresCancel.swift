import CLibPQ

/// The open connections' handles for asking their server to stop, laid where a signal handler can reach them: it may
/// neither lock nor allocate, and PQcancel does neither.
public enum PostgresCancel {
  private static let count = 8
  // Written under no lock: a slot is a single word, connections are few, and a handler that misses one only leaves the
  // server to notice by itself that the client is gone.
  nonisolated(unsafe) private static let slots: UnsafeMutablePointer<OpaquePointer?> = {
    let slots = UnsafeMutablePointer<OpaquePointer?>.allocate(capacity: PostgresCancel.count)
    slots.initialize(repeating: nil, count: PostgresCancel.count)
    return slots
  }()

  /// Lays the slots ready; to be called before a handler may run.
  public static func prepare() { _ = slots }

  static func add(_ handle: OpaquePointer?) {
    for index in 0..<count where slots[index] == nil {
      slots[index] = handle
      return
    }
  }

  static func remove(_ handle: OpaquePointer?) {
    for index in 0..<count where slots[index] == handle { slots[index] = nil }
  }

  /// Asks every server to stop what it is doing for this process. Safe in a signal handler.
  public static func all() {
    for index in 0..<count {
      guard let handle = slots[index] else { continue }
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { reason in
        _ = PQcancel(handle, reason.baseAddress, 256)
      }
    }
  }
}
