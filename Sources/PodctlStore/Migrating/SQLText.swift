/// SQL as text that two writers may lay out differently.
enum SQLText {
  /// Without comments, and with each run of blanks outside quotes as one blank.
  static func condensed(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var at = 0
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    func blank() { if let last = result.last, last != 32 { result.append(32) } }
    while at < bytes.count {
      let byte = bytes[at]
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if byte == UInt8(ascii: "-"), next == UInt8(ascii: "-") {
        while at < bytes.count, bytes[at] != 10 { at += 1 }
        blank()
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        at += 2
        while at + 1 < bytes.count, !(bytes[at] == UInt8(ascii: "*") && bytes[at + 1] == UInt8(ascii: "/")) { at += 1 }
        at += 2
        blank()
      } else if isBlank(byte) {
        blank()
        at += 1
      } else if let close = closing(byte) {
        let start = at
        at += 1
        while at < bytes.count, bytes[at] != close { at += 1 }
        at = min(at + 1, bytes.count)
        result += bytes[start..<at]
      } else {
        result.append(byte)
        at += 1
      }
    }
    while result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): byte
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: nil
    }
  }
}
