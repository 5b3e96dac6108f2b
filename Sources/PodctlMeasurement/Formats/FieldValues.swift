import Glibc
import PodctlCore

/// The values of one line by field, in the reader's buffer or, where they had to be unescaped, in a buffer of their
/// own.
struct FieldValues: ~Copyable {
  private let spans: UnsafeMutablePointer<ByteSpan>
  /// How good a column's name each value came by; lower is better.
  private let ranks: UnsafeMutablePointer<UInt8>
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  private var used = 0

  init() {
    spans = .allocate(capacity: LogField.allCases.count)
    ranks = .allocate(capacity: LogField.allCases.count)
    room = .allocate(capacity: capacity)
    spans.initialize(repeating: .nothing, count: LogField.allCases.count)
    ranks.initialize(repeating: .max, count: LogField.allCases.count)
  }

  deinit {
    spans.deallocate()
    ranks.deallocate()
    room.deallocate()
  }

  /// Forgets the line before; the next one's bytes are so many.
  mutating func begin(_ count: Int) {
    spans.update(repeating: .nothing, count: LogField.allCases.count)
    ranks.update(repeating: .max, count: LogField.allCases.count)
    used = 0
    // Unescaped, a line never grows; a path and a listener may be put together from parts of it besides.
    let needed = 3 * count + 64
    guard needed > capacity else { return }
    room.deallocate()
    capacity = needed * 2
    room = .allocate(capacity: capacity)
  }

  @inline(__always)
  subscript(_ field: LogField) -> ByteSpan { spans[Int(field.rawValue)] }

  @inline(__always)
  func set(_ field: LogField, _ value: ByteSpan, rank: UInt8 = 0) {
    let number = Int(field.rawValue)
    guard rank <= ranks[number], !(value.isAbsent && ranks[number] != .max) else { return }
    spans[number] = value
    ranks[number] = value.isAbsent ? .max - 1 : rank
  }

  func has(_ field: LogField) -> Bool { !self[field].isAbsent }

  /// Room for so many bytes of the line, good until the next one begins.
  mutating func take(_ count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) -> ByteSpan {
    let start = room + used
    let written = fill(start)
    used += min(written, count)
    return ByteSpan(start: start, count: written)
  }
}
