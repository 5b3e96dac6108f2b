import PodctlCore

/// Where the requests that passed the filters are kept, by listener and episode; several threads fill it together.
protocol SurvivorTable: AnyObject, Sendable {
  /// Takes requests whose keys lie in one shard.
  func add(_ survivors: UnsafeBufferPointer<Survivor>, to shard: Int)
  /// Called once, when all is read.
  func settle(threads: Int)
  /// Calls `body` with each window of each listener and episode, in no particular order.
  func forEachWindow(_ body: (SettledWindow) -> Void)
  /// How many groups `forEachGroup` has.
  var groupCount: Int { get }
  /// Calls `body` with each listener's requests of one episode and day, in no particular order. Only for a table that
  /// keeps origins.
  func forEachGroup(_ body: (ListenerGroup, GroupOrigin) throws -> Void) rethrows
}

/// A window of a listener and episode after all is read.
struct SettledWindow {
  var episode: Int
  /// The day of the window's first request.
  var day: Int32
  var lines: Int64
  /// Whether it is a download.
  var isReached: Bool
  /// Only where the table keeps origins; 0 else.
  var address: UInt64
  var traits: ListenerTraits
}

/// Tables are cut into parts by their keys' first bits, which are locked one by one.
enum SurvivorShards {
  private static let bits: UInt64 = 6
  static let count = 1 << 6

  @inline(__always)
  static func shard(of keyHigh: UInt64) -> Int { Int(truncatingIfNeeded: keyHigh >> (64 - bits)) }
}
