/// References such as `&amp;` and `&#115;`, undone where what they hide matters.
enum CharacterReferences {
  private static let named: [String: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  /// The text without references; nil where one is not known here. HTML has two thousand names, of which some hide what an
  /// address is made of (`&colon;`), so that a check knows only the five of XML, and numbers.
  static func undone(_ text: String) -> String? {
    guard text.contains("&") else { return text }
    var (result, rest) = ("", text[...])
    while let place = rest.firstIndex(of: "&") {
      result += rest[..<place]
      rest = rest[place...].dropFirst()
      // What no name follows is the character itself.
      guard let next = rest.first, next.isLetter || next.isNumber || next == "#" else {
        result += "&"
        continue
      }
      guard let end = rest.firstIndex(of: ";") else { return nil }
      let name = rest[..<end]
      guard let character = named[String(name)] ?? numbered(name) else { return nil }
      result += character
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }

  private static func numbered(_ name: Substring) -> String? {
    guard name.first == "#" else { return nil }
    let isHexadecimal = name.dropFirst().first.map { $0 == "x" || $0 == "X" } == true
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ isHexadecimal || (48...57).contains($0) }),
      let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number >= 32 || number == 9 || number == 10,
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return String(Character(scalar))
  }
}
