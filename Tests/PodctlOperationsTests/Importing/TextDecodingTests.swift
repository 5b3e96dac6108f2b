import PodctlCore
import PodctlOperations
import Testing

@Suite("A file's encoding is found out, and what is no text is refused")
struct TextDecodingTests {
  private static let sample = "day,flight\n2026-10-01,Würze 🎧\n"

  private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
  }

  @Test(
    "every encoding gives the same text",
    arguments: [
      ("UTF-8", Array(sample.utf8)), ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(sample.utf8)),
      ("UTF-16LE with mark", [0xFF, 0xFE] + utf16(sample, isLittle: true)),
      ("UTF-16BE with mark", [0xFE, 0xFF] + utf16(sample, isLittle: false)),
      ("UTF-16LE", utf16(sample, isLittle: true)), ("UTF-16BE", utf16(sample, isLittle: false)),
    ] as [(String, [UInt8])])
  func decodes(name: String, bytes: [UInt8]) throws {
    #expect(String(decoding: try TextDecoding.decode(bytes, file: "f").bytes, as: UTF8.self) == Self.sample)
  }

  @Test(
    "binary files are no text",
    arguments: [[0x1F, 0x8B, 8, 0], Array("PK\u{3}\u{4}....".utf8), Array("%PDF-1.7".utf8), [65, 0, 0, 0, 66, 1, 2]])
  func refuses(bytes: [UInt8]) throws {
    let error = #expect(throws: PodctlError.self) { try TextDecoding.decode(bytes, file: "f") }
    #expect(error?.code == .notText && error?.exit == .invalidInput)
  }

  @Test("half a surrogate pair and an odd last byte are marked, not dropped")
  func brokenUTF16() throws {
    let bytes =
      [0xFF, 0xFE] + Self.utf16("a", isLittle: true) + [0x3D, 0xD8] + Self.utf16("b", isLittle: true) + [0x41]
    #expect(try TextDecoding.decode(bytes, file: "f").bytes == [97, 0xFF, 98, 0xFF])
  }
}
