/// How many columns of a terminal a text takes, by grapheme: combining marks 0, East Asian wide and emoji 2.
public enum DisplayWidth {
  public static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for character in text { width += of(character) }
    return width
  }

  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.isASCII { return first.value >= 32 && first.value != 127 ? emojiWidth(character) : 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if first.properties.isEmojiPresentation || isWide(first.value) { return 2 }
    return emojiWidth(character)
  }

  /// 2 where a variation selector asks for the picture ("❤️", "1️⃣"), else 1.
  private static func emojiWidth(_ character: Character) -> Int {
    character.unicodeScalars.contains { $0.value == 0xFE0F } ? 2 : 1
  }

  /// East Asian Width W and F of UAX #11, by block.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The text filled with blanks to a width, on the right or, for numbers, on the left.
  public static func padded(_ text: String, to width: Int, trailing: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - of(text)))
    return trailing ? blanks + text : text + blanks
  }

  /// The text cut to a width, its last column an ellipsis where something was cut off.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = of(character)
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }
}
