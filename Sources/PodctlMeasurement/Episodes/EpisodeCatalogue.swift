import Glibc
import PodctlCore
import PodctlDigest

/// The episodes to be counted, by their paths. Immutable once made.
public final class EpisodeCatalogue: Sendable {
  /// The episodes' names, by number.
  public let episodes: [String]
  public let paths: [MeasuredPath]
  /// Bytes that make a download, by path.
  let thresholds: [Int64]
  /// Which path it is, across runs.
  let keys: [Coverage.PathKey]
  /// The paths as compared.
  let texts: [[UInt8]]
  /// The numbers of each episode's paths.
  let pathsOfEpisode: [[Int]]

  /// Throws `episodes_invalid` when two episodes have the same path, or a path is empty.
  public init(episodes: [String], paths: [MeasuredPath]) throws(PodctlError) {
    var known: [[UInt8]: Int] = [:]
    var kept: [MeasuredPath] = []
    var texts: [[UInt8]] = []
    for path in paths {
      let text = Unescaping.path(path.path)
      guard !text.isEmpty else {
        throw PodctlError(.episodesInvalid, "episode \(episodes[path.episode]) has an empty path")
      }
      if let other = known[text] {
        guard kept[other].episode == path.episode else {
          throw PodctlError(
            .episodesInvalid,
            "episodes \(episodes[kept[other].episode]) and \(episodes[path.episode]) have the same path",
            hint: "a path belongs to one episode", context: [.init("path", path.path)])
        }
        continue
      }
      known[text] = kept.count
      kept.append(path)
      texts.append(text)
    }
    self.episodes = episodes
    self.paths = kept
    self.texts = texts
    var pathsOfEpisode = [[Int]](repeating: [], count: episodes.count)
    for (number, path) in kept.enumerated() { pathsOfEpisode[path.episode].append(number) }
    self.pathsOfEpisode = pathsOfEpisode
    thresholds = kept.map {
      DownloadThreshold.bytes(size: $0.bytes, seconds: $0.seconds, kbps: $0.kbps, header: $0.headerBytes)
    }
    keys = texts.map { text in
      let digest = SHA256.hash(text)
      func half(_ range: Range<Int>) -> UInt64 { digest[range].reduce(0) { $0 << 8 | UInt64($1) } }
      return Coverage.PathKey(high: half(0..<8), low: half(8..<16))
    }
  }

  private init(_ other: EpisodeCatalogue, thresholds: [Int64]) {
    episodes = other.episodes
    paths = other.paths
    texts = other.texts
    pathsOfEpisode = other.pathsOfEpisode
    keys = other.keys
    self.thresholds = thresholds
  }

  /// The same episodes for profiles in which every request that passes the filters is enough.
  func withoutThresholds() -> EpisodeCatalogue {
    EpisodeCatalogue(self, thresholds: thresholds.map { _ in 0 })
  }
}

/// Finds the path of a log line. Each thread of counting has its own, so that nothing is shared on the way.
struct PathIndex: ~Copyable {
  private let slots: UnsafeMutablePointer<Int32>
  private let mask: Int
  private let texts: UnsafeMutablePointer<UInt8>
  private let offsets: UnsafeMutablePointer<Int>
  private let hashes: UnsafeMutablePointer<UInt64>
  /// Paths whose text as compared holds an escape or a query sign: a raw line cannot be compared with them.
  private let needsDecoding: UnsafeMutablePointer<Bool>
  private let scratch: UnsafeMutablePointer<UInt8>
  private static let longestPath = 1 << 16

  /// An index of paths as they are compared, each of them once.
  init(_ paths: [[UInt8]]) {
    let count = paths.count
    var capacity = 64
    while capacity < count * 3 { capacity *= 2 }
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: -1, count: capacity)
    mask = capacity - 1
    texts = .allocate(capacity: max(1, paths.reduce(0) { $0 + $1.count }))
    offsets = .allocate(capacity: count + 1)
    hashes = .allocate(capacity: count + 1)
    needsDecoding = .allocate(capacity: count + 1)
    scratch = .allocate(capacity: PathIndex.longestPath)
    offsets[0] = 0
    for (number, text) in paths.enumerated() {
      text.withUnsafeBufferPointer { bytes in
        if let base = bytes.baseAddress { memcpy(texts + offsets[number], base, bytes.count) }
        offsets[number + 1] = offsets[number] + bytes.count
        hashes[number] = ByteHash(bytes).value.low
      }
      needsDecoding[number] = text.contains(37) || text.contains(63) || text.contains(92)
      var slot = Int(truncatingIfNeeded: hashes[number]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  deinit {
    slots.deallocate()
    texts.deallocate()
    offsets.deallocate()
    hashes.deallocate()
    needsDecoding.deallocate()
    scratch.deallocate()
  }

  @inline(__always)
  private func lookUp(_ text: ByteSpan) -> Int {
    let hash = ByteHash(text).value.low
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, offsets[number &+ 1] &- offsets[number] == text.count,
        let base = text.baseAddress, memcmp(texts + offsets[number], base, text.count) == 0
      {
        return number
      }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  /// The number of a line's path; -1 when no episode has it.
  @inline(__always)
  func number(of path: ByteSpan, _ escape: TextEscape) -> Int {
    let raw = lookUp(path)
    if raw >= 0, !needsDecoding[raw] { return raw }
    return decoded(path, escape)
  }

  private func decoded(_ path: ByteSpan, _ escape: TextEscape) -> Int {
    guard path.count < PathIndex.longestPath, path.contains(where: { $0 == 37 || $0 == 63 || $0 == 92 }) else {
      return -1
    }
    return lookUp(ByteSpan(start: scratch, count: Unescaping.path(path, escape, into: scratch)))
  }
}
