import CZlib
import PodctlCore
import PodctlDigest

/// Takes a file's levelled bytes as they pass: its checksum, and, where they are to be kept, the bytes compressed.
final class TextDigest {
  struct Result {
    let checksum: String
    /// As zlib compresses it; nil where it was not to be kept, or is larger than what a ledger should hold.
    let text: [UInt8]?
  }

  private let hash = SHA256()
  private var deflater: Deflater?
  /// Line feeds at the end do not count until something follows them.
  private var held = 0
  private var tail: [UInt8] = []
  private(set) var isText = true

  init(keepsText: Bool) { deflater = keepsText ? Deflater() : nil }

  func update(_ piece: [UInt8]) {
    check(piece)
    var end = piece.count
    while end > 0, piece[end - 1] == 0x0A { end -= 1 }
    if end > 0 {
      feed([UInt8](repeating: 0x0A, count: held))
      held = 0
      feed(piece[..<end])
    }
    held += piece.count - end
  }

  /// Finish exactly once.
  func finish() -> Result {
    if !tail.isEmpty { isText = false }
    feed([0x0A])
    return Result(checksum: "v1:" + hash.finish().hexadecimal, text: deflater?.finish())
  }

  private func feed(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let bytes = Array(bytes)
    bytes.withUnsafeBytes { hash.update($0) }
    deflater?.add(bytes)
  }

  /// A character of UTF-8 may lie across two pieces.
  private func check(_ piece: [UInt8]) {
    let bytes = tail + piece
    var end = bytes.count
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if length > back { end = bytes.count - back }
      break
    }
    tail = Array(bytes[end...])
    if String(validating: bytes[..<end], as: UTF8.self) == nil { isText = false }
  }
}

extension [UInt8] {
  /// Lower-case hexadecimal digits.
  fileprivate var hexadecimal: String {
    map { (byte: UInt8) in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
