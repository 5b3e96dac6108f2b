/// Keys by how they begin, and values by what they are called.
extension Redaction {
  /// How services' keys begin, in small letters, and how many letters at least follow.
  private static let beginnings: [(text: [UInt8], least: Int)] = [
    ("sk_live_", 1), ("sk_test_", 1), ("rk_live_", 1), ("rk_test_", 1), ("pk_live_", 1), ("pk_test_", 1), ("rk_", 8),
    ("sk_", 8), ("whsec_", 1), ("github_pat_", 8), ("ghp_", 8), ("gho_", 8), ("ghs_", 8), ("glpat-", 8), ("xoxb-", 8),
    ("xoxp-", 8), ("akia", 12),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Each key of a service, but for how it begins.
  static func maskedKeys(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if index == 0 || !isWord(text[index - 1]), let (kept, end) = keyEnd(text, from: index) {
        result += text[index..<kept] + Array(mark.utf8)
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// How far a key's beginning goes that stands here, and how far the key; nil where none stands here.
  static func keyEnd(_ text: [UInt8], from start: Int) -> (kept: Int, end: Int)? {
    guard start < text.count, isLetter(text[start]) else { return nil }
    for (beginning, least) in beginnings where matches(beginning, text, start, inSmall: true) {
      let kept = start + beginning.count
      let end = text[kept...].firstIndex { !isWord($0) && $0 != UInt8(ascii: "-") } ?? text.count
      if end - kept >= least { return (kept, end) }
    }
    // SendGrid's keys and signed tokens have points in them, as have the ends of sentences.
    for (beginning, least) in [("SG.", 10), ("eyJ", 20)]
    where matches(Array(beginning.utf8), text, start, inSmall: false) {
      let kept = start + beginning.utf8.count
      var end = text[kept...].firstIndex { !isWord($0) && !"-.".utf8.contains($0) } ?? text.count
      while end > kept, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
      if end - kept >= least { return (kept, end) }
    }
    return nil
  }

  /// What the value of a name is that says so: `password='a b'`, `api_key=…`, `Authorization: Bearer …`.
  static func maskedValues(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      guard isWord(text[index]) else {
        result.append(text[index])
        index += 1
        continue
      }
      let end = text[index...].firstIndex { !isName($0) } ?? text.count
      let name = String(decoding: text[index..<end], as: UTF8.self)
      result += text[index..<end]
      index = end
      guard let value = valueStart(text, behind: end, of: name) else { continue }
      let last = valueEnd(text, from: value)
      guard last > value else { continue }
      result += text[end..<value] + Array(mark.utf8)
      index = last
    }
    return result
  }

  /// Whether a name's value lets somebody in: of an option, a variable, a parameter.
  static func namesSecret(_ name: String) -> Bool {
    let words = name.lowercased().split { !isLetter($0.utf8.first ?? 0) }.map(String.init)
    guard let last = words.last else { return false }
    return ["password", "passwd", "passphrase", "pwd", "secret", "token", "apikey"].contains { last.hasSuffix($0) }
      || last == "key" && words.count > 1
  }

  private static func valueStart(_ text: [UInt8], behind end: Int, of name: String) -> Int? {
    let small = name.lowercased()
    if small == "bearer" {
      let start = skippingBlanks(text, end)
      let token = text[start..<valueEnd(text, from: start)]
      return start > end && token.count >= 8 && (token.contains { isDigit($0) } || token.count >= 20) ? start : nil
    }
    guard namesSecret(name) || small == "authorization" else { return nil }
    var index = skippingBlanks(text, end)
    // A quote may close the name before, as in JSON.
    if index + 1 < text.count, text[index] == UInt8(ascii: "\""), text[index + 1] == UInt8(ascii: ":") { index += 1 }
    guard index < text.count else { return nil }
    let isColon = text[index] == UInt8(ascii: ":")
    guard text[index] == UInt8(ascii: "=") || isColon && (small == "authorization" || index > end) else { return nil }
    index = skippingBlanks(text, index + 1)
    for scheme in ["bearer ", "basic "] where matches(Array(scheme.utf8), text, index, inSmall: true) {
      index = skippingBlanks(text, index + scheme.utf8.count)
    }
    return index
  }

  private static func valueEnd(_ text: [UInt8], from start: Int) -> Int {
    guard start < text.count else { return start }
    if matches(Array(mark.utf8), text, start, inSmall: false) { return start + mark.utf8.count }
    let quote = text[start]
    if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      var index = start + 1
      while index < text.count, text[index] != quote { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
      return min(index + 1, text.count)
    }
    return text[start...].firstIndex { $0 <= 0x20 || "&;\"'<>`".utf8.contains($0) } ?? text.count
  }

  private static func skippingBlanks(_ text: [UInt8], _ start: Int) -> Int {
    text[start...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? text.count
  }

  private static func isName(_ byte: UInt8) -> Bool { isWord(byte) || "-.".utf8.contains(byte) }

  private static func matches(_ word: [UInt8], _ text: [UInt8], _ start: Int, inSmall: Bool) -> Bool {
    start + word.count <= text.count
      && text[start..<start + word.count].lazy.map { inSmall ? lowered($0) : $0 }.elementsEqual(word)
  }
}
