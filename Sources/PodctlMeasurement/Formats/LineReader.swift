import Glibc
import PodctlCore

/// Cuts a log, or a range of one, into lines. Memory does not grow with the log.
struct LineReader: ~Copyable {
  private static let blockSize = 1 << 17
  /// Bytes behind each block that may be read though they hold nothing, so that a search need not stop at a line's end.
  static let slack = 64
  private static let sampleSize = 1 << 14
  /// A longer line is no log line; it is skipped and counted as malformed.
  private static let longestLine = 1 << 21

  private final class Block {
    let start: UnsafeMutablePointer<UInt8>
    let size: Int

    init(_ size: Int) {
      start = .allocate(capacity: size + LineReader.slack)
      (start + size).initialize(repeating: 0, count: LineReader.slack)
      self.size = size
    }

    deinit { start.deallocate() }
  }

  private let stage: ReadStage
  /// Owns the memory that `buffer` points into.
  private var block: Block
  private var buffer: UnsafeMutablePointer<UInt8>
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Where the first byte of the buffer lies in the decompressed log.
  private var base: Int
  /// Lines that start here or later belong to the next range.
  private let limit: Int
  private(set) var isEmpty = false
  /// It can only be read from its beginning: its lines are not the file's bytes.
  let isWhole: Bool
  /// The first line at hand belongs to the range before.
  private var hasForeignStart: Bool
  /// The line given last was longer than any log line, and is cut.
  private(set) var isOverlong = false

  /// Opens a whole source, or the lines that start within a range of a plain file's bytes.
  init(_ source: LogSource, range: Range<Int>? = nil) throws(PodctlError) {
    let first = range?.lowerBound ?? 0
    // From one byte before the range: a line starts at its first byte only if a newline lies before it.
    let from = max(0, first - 1)
    let opened = try ReadStage.open(source, at: from)
    stage = opened.stage
    isWhole = stage.isWhole
    limit = range?.upperBound ?? .max
    base = from
    hasForeignStart = first > 0
    block = Block(LineReader.blockSize)
    buffer = block.start
    end = opened.head.count
    opened.head.withUnsafeBufferPointer { if let start = $0.baseAddress { memcpy(buffer, start, $0.count) } }
    isEmpty = from == 0 && opened.isEmpty
  }

  /// The line given last and all that has been read behind it; good until the next call.
  func ahead(of line: ByteSpan) -> ByteSpan {
    line.baseAddress.map { ByteSpan(from: $0, to: UnsafePointer(buffer + end)) } ?? .nothing
  }

  /// Whether the bytes at hand hold a zero, which no log in text does; asked before the first line. So much is read for
  /// it that a format can be told.
  mutating func looksBinary() throws(PodctlError) -> Bool {
    while end - start < LineReader.sampleSize, !isAtEnd { try fill() }
    return memchr(buffer + start, 0, min(end - start, 1 << 16)) != nil
  }

  /// Moves what is left to the front and reads behind it.
  private mutating func fill() throws(PodctlError) {
    if start > 0 {
      memmove(buffer, buffer + start, end - start)
      base += start
      end -= start
      start = 0
    }
    if end == block.size {
      let larger = Block(block.size * 2)
      memcpy(larger.start, buffer, end)
      block = larger
      buffer = larger.start
    }
    let room = block.size - end
    let count = try stage.read(into: buffer + end, count: room)
    if count == 0 { isAtEnd = true }
    end += count
  }

  /// The next line without its line end; nil at the end. It is good until the next call.
  @inline(__always)
  mutating func next() throws(PodctlError) -> ByteSpan? {
    if base &+ start >= limit { return nil }
    if hasForeignStart { return try nextAfterForeign() }
    if start < end, let newline = memchr(buffer + start, 10, end &- start) {
      let stop = newline - UnsafeMutableRawPointer(buffer)
      let line = LineReader.withoutReturn(buffer + start, stop &- start)
      start = stop &+ 1
      isOverlong = false
      return line
    }
    return try nextAcrossBlocks()
  }

  @inline(__always)
  private static func withoutReturn(_ at: UnsafeMutablePointer<UInt8>, _ count: Int) -> ByteSpan {
    ByteSpan(start: at, count: count > 0 && at[count &- 1] == 13 ? count &- 1 : count)
  }

  private mutating func nextAfterForeign() throws(PodctlError) -> ByteSpan? {
    hasForeignStart = false
    guard try nextAcrossBlocks() != nil, base + start < limit else { return nil }
    return try nextAcrossBlocks()
  }

  private mutating func nextAcrossBlocks() throws(PodctlError) -> ByteSpan? {
    isOverlong = false
    var searched = 0
    while true {
      if end - start - searched == 0, !isAtEnd {
        if searched > LineReader.longestLine { return try skipOverlong() }
        try fill()
      }
      if let newline = memchr(buffer + start + searched, 10, end - start - searched) {
        let stop = newline - UnsafeMutableRawPointer(buffer)
        let line = LineReader.withoutReturn(buffer + start, stop - start)
        start = stop + 1
        return line
      }
      searched = end - start
      if isAtEnd {
        guard searched > 0 else { return nil }
        let line = LineReader.withoutReturn(buffer + start, searched)
        start = end
        return line
      }
    }
  }

  private mutating func skipOverlong() throws(PodctlError) -> ByteSpan? {
    while true {
      start = end
      try fill()
      if isAtEnd { break }
      if let newline = memchr(buffer + start, 10, end - start) {
        start = newline - UnsafeMutableRawPointer(buffer) + 1
        break
      }
    }
    isOverlong = true
    return .nothing
  }
}
