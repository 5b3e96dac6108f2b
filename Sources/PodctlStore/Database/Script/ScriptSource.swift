import Glibc
import PodctlCore

/// Where a script's bytes come from, piece by piece, so that a file of any size is read in little memory.
///
/// What a checkout on another system changes is levelled on the way: one byte order mark at the front goes, and CRLF and
/// a lone CR become LF.
public struct ScriptSource {
  private let pull: () throws -> [UInt8]?
  private var isAtStart = true
  private var endedWithReturn = false

  /// How much of a file is read at once, in bytes.
  private static let pieceSize = 64 * 1024

  /// `pull` gives the next bytes, and nil at the end.
  public init(pull: @escaping () throws -> [UInt8]?) { self.pull = pull }

  /// Bytes that are in memory already.
  public init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    self.init {
      guard !rest.isEmpty else { return nil }
      let piece = rest.prefix(ScriptSource.pieceSize)
      rest = rest.dropFirst(piece.count)
      return Array(piece)
    }
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// Opens a file; throws `file_not_found` or `file_unreadable`, the second while it is read as well.
  public init(file path: String) throws(PodctlError) {
    let file = try OpenFile(path)
    self.init { try file.read(ScriptSource.pieceSize) }
  }

  /// The next levelled bytes; nil at the end.
  public mutating func next() throws -> [UInt8]? {
    while let piece = try pull() {
      var rest = piece[...]
      if isAtStart {
        isAtStart = false
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
      }
      let levelled = level(rest)
      if !levelled.isEmpty { return levelled }
    }
    return nil
  }

  private mutating func level(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard endedWithReturn || bytes.contains(0x0D) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x0A, endedWithReturn {
        endedWithReturn = false
        continue
      }
      endedWithReturn = byte == 0x0D
      result.append(endedWithReturn ? 0x0A : byte)
    }
    return result
  }

  private final class OpenFile {
    private let descriptor: Int32
    private let path: String

    init(_ path: String) throws(PodctlError) {
      self.path = path
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OpenFile.fault(errno, path) }
    }

    deinit { close(descriptor) }

    func read(_ count: Int) throws(PodctlError) -> [UInt8]? {
      var number: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        let got = Glibc.read(descriptor, buffer.baseAddress, count)
        filled = max(0, got)
        number = got < 0 ? errno : 0
      }
      guard number == 0 else { throw OpenFile.fault(number, path) }
      return bytes.isEmpty ? nil : bytes
    }

    private static func fault(_ number: Int32, _ path: String) -> PodctlError {
      number == ENOENT
        ? PodctlError(.fileNotFound, "there is no file \"\(path)\"", hint: "check the path")
        : PodctlError(
          .fileUnreadable, "\"\(path)\" cannot be read: \(String(cString: strerror(number)))",
          hint: "check its rights and that it is a file")
    }
  }
}
