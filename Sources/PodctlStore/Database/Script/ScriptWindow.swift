import PodctlCore

/// The part of a script that is in memory: from the statement that is being read to as far as anybody has looked.
struct ScriptWindow {
  private var source: ScriptSource
  private var bytes: [UInt8] = []
  private var hasEnded = false
  /// The place of `bytes[0]`.
  private var origin = ScriptPlace.start
  /// How far `place(of:)` has counted, so that each byte is counted once.
  private var counted = 0
  private var countedPlace = ScriptPlace.start

  var index = 0

  /// What is passed is dropped only when there is this much of it, in bytes, since dropping moves the rest.
  private static let dropsFrom = 128 * 1024

  init(_ source: ScriptSource) { self.source = source }

  /// The byte at the index; nil at the end.
  mutating func current() throws -> UInt8? {
    if index < bytes.count { return bytes[index] }
    return try byte(0)
  }

  /// The byte so far behind the index; nil behind the end.
  mutating func byte(_ offset: Int) throws -> UInt8? {
    while index + offset >= bytes.count {
      guard !hasEnded else { return nil }
      guard let piece = try source.next() else {
        hasEnded = true
        return nil
      }
      bytes += piece
    }
    return bytes[index + offset]
  }

  mutating func starts(with text: [UInt8]) throws -> Bool {
    guard try current() == text[0], try byte(text.count - 1) != nil else { return false }
    return bytes[index..<index + text.count].elementsEqual(text)
  }

  func bytes(in range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

  /// The shell's word from here to the next blank, for a message.
  func word(from start: Int) -> String {
    String(decoding: bytes[start...].prefix(40).prefix { $0 > 0x20 }, as: UTF8.self)
  }

  func place(of index: Int) -> ScriptPlace {
    index >= counted
      ? countedPlace.advanced(over: bytes[counted..<min(index, bytes.count)])
      : origin.advanced(over: bytes[..<index])
  }

  /// Lets go of what lies before this index; every index kept from before is void then.
  mutating func forget(before end: Int) {
    countedPlace = place(of: end)
    counted = end
    guard end >= ScriptWindow.dropsFrom else { return }
    origin = countedPlace
    bytes.removeFirst(end)
    index -= end
    counted = 0
  }

  /// For long runs of blanks and comments between statements.
  mutating func forgetWhenLong() {
    if index >= ScriptWindow.dropsFrom { forget(before: index) }
  }
}
