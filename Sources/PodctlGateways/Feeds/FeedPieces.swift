import Foundation

/// Makes a feed out of pieces that the XML parser can take. It reads a CDATA section and a comment whole, each at most ten
/// million bytes, while a show's notes may be longer: such a one is ended and begun again where it says the same.
enum FeedPieces {
  /// The most bytes of a section that stays as it is, and of each piece of a longer one.
  private static let largest = 1 << 20

  /// The feed, with its long sections in pieces. Those of UTF-16, whose marks are other bytes, stay as they are.
  static func cut(_ data: Data) -> Data {
    let cuts = data.withUnsafeBytes { bytes in Self.cuts(bytes) }
    guard !cuts.isEmpty else { return data }
    var result = Data(capacity: data.count + cuts.count * 16)
    var start = 0
    for (place, seam) in cuts {
      result.append(data.subdata(in: start..<place))
      result.append(contentsOf: seam.utf8)
      start = place
    }
    result.append(data.subdata(in: start..<data.count))
    return result
  }

  /// Where seams go, and which.
  private static func cuts(_ bytes: UnsafeRawBufferPointer) -> [(place: Int, seam: String)] {
    var cuts: [(Int, String)] = []
    var place = 0
    while let open = find("<", in: bytes, from: place) {
      place = open + 1
      // What stands in an instruction begins nothing.
      if has("<?", bytes, at: open) { place = find("?>", in: bytes, from: open) ?? bytes.count }
      let isText = has("<![CDATA[", bytes, at: open)
      guard isText || has("<!--", bytes, at: open) else { continue }
      let end = find(isText ? "]]>" : "-->", in: bytes, from: open + (isText ? 9 : 4)) ?? bytes.count
      var cut = open + largest
      while cut < end - largest / 2 {
        while cut < end, !isSeam(bytes, at: cut) { cut += 1 }
        if cut < end { cuts.append((cut, isText ? "]]><![CDATA[" : "--><!--")) }
        cut += largest
      }
      place = end
    }
    return cuts
  }

  /// Whether a character begins at a place, and no mark is torn there.
  private static func isSeam(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    let isContinued = (0x80..<0xC0).contains(bytes[place])
    return !isContinued
      && ![bytes[place - 1], bytes[place]].contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "]") }
  }

  private static func has(_ word: StaticString, _ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard let base = bytes.baseAddress, place + count <= bytes.count else { return false }
    return memcmp(base + place, word.utf8Start, count) == 0
  }

  private static func find(_ word: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var place = start
    while place < bytes.count, let found = memchr(base + place, Int32(word.utf8Start[0]), bytes.count - place) {
      let index = base.distance(to: found)
      if has(word, bytes, at: index) { return index }
      place = index + 1
    }
    return nil
  }
}
