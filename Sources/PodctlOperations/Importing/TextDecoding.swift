import PodctlCore

/// A file's text as UTF-8 bytes. A byte 0xFF, which UTF-8 never has, marks what could not be decoded, so that only the
/// row that holds it is rejected.
public struct DecodedText: Sendable, Equatable {
  public enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
  }

  public var bytes: [UInt8]
  public var encoding: Encoding

  public init(bytes: [UInt8], encoding: Encoding) {
    self.bytes = bytes
    self.encoding = encoding
  }
}

/// Finds out how a file of rows is encoded.
public enum TextDecoding {
  private static let probed = 4096
  /// How gzip, ZIP (and so XLSX), PDF and the older Excel begin.
  private static let binarySignatures: [[UInt8]] = [
    [0x1F, 0x8B], [0x50, 0x4B, 0x03, 0x04], [0x25, 0x50, 0x44, 0x46], [0xD0, 0xCF, 0x11, 0xE0],
  ]

  /// Decodes by the byte order mark, else by where the zero bytes of UTF-16 stand, else as UTF-8; throws `not_text`
  /// for a file that is none of them.
  public static func decode(_ bytes: [UInt8], file: String) throws(PodctlError) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes.dropFirst(3), file) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), .utf16LittleEndian, file) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), .utf16BigEndian, file) }
    if let encoding = unmarkedUTF16(bytes.prefix(probed)) { return try utf16(bytes[...], encoding, file) }
    return try utf8(bytes[...], file)
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, _ file: String) throws(PodctlError) -> DecodedText {
    guard !binarySignatures.contains(where: bytes.starts(with:)), isText(bytes.prefix(probed)) else {
      throw notText(file)
    }
    return DecodedText(bytes: Array(bytes), encoding: .utf8)
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, _ encoding: DecodedText.Encoding, _ file: String
  ) throws(PodctlError) -> DecodedText {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    func unit() -> UInt16? {
      guard index + 1 < bytes.endIndex else { return nil }
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }
    while let high = unit() {
      index += 2
      var scalar = Unicode.Scalar(UInt32(high))
      if (0xD800..<0xDC00).contains(high), let low = unit(), (0xDC00..<0xE000).contains(low) {
        index += 2
        scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
      }
      if let scalar { decoded += Array(UTF8.encode(scalar) ?? .init()) } else { decoded.append(0xFF) }
    }
    if index < bytes.endIndex { decoded.append(0xFF) }
    guard isText(decoded.prefix(probed)) else { throw notText(file) }
    return DecodedText(bytes: decoded, encoding: encoding)
  }

  /// A table's header and digits are ASCII, whose UTF-16 has a zero in every other byte, always on the same side.
  private static func unmarkedUTF16(_ bytes: ArraySlice<UInt8>) -> DecodedText.Encoding? {
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in bytes.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = bytes.count / 2
    guard pairs > 0 else { return nil }
    if zeros.even == 0, zeros.odd * 10 > pairs * 6 { return .utf16LittleEndian }
    if zeros.odd == 0, zeros.even * 10 > pairs * 6 { return .utf16BigEndian }
    return nil
  }

  /// Control characters other than tab, line ends and form feed do not begin a text.
  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 12 && $0 != 13 }
  }

  private static func notText(_ file: String) -> PodctlError {
    PodctlError(
      .notText, "\(file) is not a text file",
      hint: "export it as CSV in UTF-8 or UTF-16; unpack a compressed file first", context: [.init("file", file)])
  }
}
