import PodctlCore

/// Where the requests that passed the filters are kept, by listener and episode; several threads fill it together.
protocol SurvivorTable: AnyObject, Sendable {
  /// Takes requests whose keys lie in one shard.
  func add(_ survivors: UnsafeBufferPointer<Survivor>, to shard: Int)
  /// Called once, when all is read.
  func settle(threads: Int)
  /// Calls `body` with each window of each listener and episode, in no particular order.
  func forEachWindow(_ body: (SettledWindow) -> Void)
  /// How many groups there are: one for each listener, episode and day.
  var groupCount: Int { get }
  /// Calls `body` with the size of each group, in no particular order.
  func forEachGroupSize(_ body: (GroupSize) -> Void)
  /// The table's parts, which threads may go through at once.
  var partCount: Int { get }
  /// Calls `body` with those groups of one part whose episode and day are asked for, in no particular order. Only for a
  /// table that keeps origins.
  func forEachGroup(
    inPart part: Int, where isWanted: (_ episode: Int, _ day: Int) -> Bool,
    _ body: (ListenerGroup, GroupOrigin) throws -> Void
  ) rethrows
}

/// A group without its listener.
struct GroupSize {
  var episode: Int
  var day: Int32
  var lines: Int64
  /// Whether it is a download; with rolling windows only what somebody else has counted is one yet.
  var isDownload: Bool
  var isImported: Bool
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
