import PodctlCore

/// One distinct request of a listener for an episode: sixty-four bytes.
struct RollingRecord {
  /// The listener's and the episode's.
  var keyHigh: UInt64
  var keyLow: UInt64
  var time: Int64
  /// First byte covered, or the bytes of a placeless request.
  var start: Int64
  /// Where the covered bytes end, or the first half of a placeless request's identity.
  var end: UInt64
  /// The second half of the identity.
  var identityLow: UInt64
  var path: Int32
  var lines: UInt32
  var day: Int32
  var kind: Kind

  enum Kind: UInt8 { case placed, placeless, imported }

  init(_ survivor: borrowing Survivor) {
    keyHigh = survivor.keyHigh
    keyLow = survivor.keyLow
    time = survivor.time
    path = survivor.path
    day = survivor.day
    lines = 1
    start = survivor.start
    end = UInt64(bitPattern: survivor.end)
    identityLow = 0
    kind = survivor.traits.contains(.isImported) ? .imported : .placed
    if survivor.end == Survivor.placeless {
      kind = .placeless
      end = survivor.identityHigh
      identityLow = survivor.identityLow
    }
  }

  /// Whether another line was this very request.
  @inline(__always)
  func isSame(as other: RollingRecord) -> Bool {
    keyLow == other.keyLow && keyHigh == other.keyHigh && time == other.time && start == other.start
      && end == other.end && identityLow == other.identityLow && path == other.path && kind == other.kind
  }

  @inline(__always)
  var hash: UInt64 {
    var hash = ByteHash(seed: keyLow)
    hash.mix(UInt64(bitPattern: time))
    hash.mix(UInt64(bitPattern: start) ^ identityLow)
    hash.mix(end)
    return hash.value.low
  }

  /// Listener by listener and episode by episode, each in the order of time.
  @inline(__always)
  func isBefore(_ other: RollingRecord) -> Bool {
    if keyHigh != other.keyHigh { return keyHigh < other.keyHigh }
    if keyLow != other.keyLow { return keyLow < other.keyLow }
    return time < other.time
  }

  @inline(__always)
  func isSameGroup(as other: RollingRecord) -> Bool { keyHigh == other.keyHigh && keyLow == other.keyLow }

  /// What is stored of it; `key` is its path's.
  func request(_ key: Coverage.PathKey) -> RollingRequests.Request {
    let bytes: RollingRequests.Bytes =
      switch kind {
      case .placed: .placed(Coverage.Interval(start: start, end: Int64(bitPattern: end)))
      case .placeless: .placeless(Coverage.Placeless(high: end, low: identityLow, bytes: start))
      case .imported: .imported
      }
    return .init(time: Instant(seconds: time), path: key, bytes: bytes, lines: Int64(lines))
  }
}
