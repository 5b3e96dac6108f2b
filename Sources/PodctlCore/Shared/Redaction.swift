/// Takes out of a text what would let somebody in: the password of an address, the query of one, a service's key, the value
/// of `password=`. Every error, every note and the record of a run go through it.
public struct Redaction: Sendable {
  /// What stands in the place of what was taken out.
  public static let mark = "***"

  /// Words as they were typed, and what may be shown in their place; the longest first.
  private let typed: [(word: [UInt8], shown: [UInt8])]

  /// `words` are those of the command line: a secret among them is known as a whole, whatever it holds.
  public init(words: [String] = []) {
    var typed: [String: String] = [:]
    for (index, word) in words.enumerated() {
      let name = index > 0 ? words[index - 1] : ""
      Redaction.note(word, after: name, in: &typed)
      // `--name=value` is a word and its value.
      guard word.hasPrefix("-"), let equals = word.firstIndex(of: "=") else { continue }
      Redaction.note(String(word[word.index(after: equals)...]), after: String(word[..<equals]), in: &typed)
    }
    self.typed = typed.map { (Array($0.key.utf8), Array($0.value.utf8)) }.sorted { left, right in
      left.word.count == right.word.count
        ? left.word.lexicographicallyPrecedes(right.word) : left.word.count > right.word.count
    }
  }

  /// The text without what lets somebody in. Doing it again changes nothing.
  public func masked(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for (word, shown) in typed { bytes = Redaction.replacing(word, with: shown, in: bytes) }
    return Redaction.masked(bytes)
  }

  /// The error with the same taken out of all that it says.
  public func masked(_ error: PodctlError) -> PodctlError {
    var error = error
    error.message = masked(error.message)
    error.hint = error.hint.map { masked($0) }
    error.commands = error.commands.map { masked($0) }
    error.context = error.context.map { .init($0.name, masked($0.value)) }
    return error
  }

  /// The same by looks alone, where nobody typed anything.
  public static func masked(_ text: String) -> String { masked(Array(text.utf8)) }

  /// Whether a word is an address, or holds what lets somebody in: it is not to be repeated where it says nothing.
  public static func isPrivate(_ word: String) -> Bool {
    word.contains("://") || word.contains("@") || word.hasPrefix("SG.") || masked(word) != word || hidesSecret(word)
  }

  /// Whether a word says percent-encoded what is not to be shown: a whole address, say.
  private static func hidesSecret(_ word: String) -> Bool {
    guard word.contains("%"), let decoded = PercentEncoding.decoded(word[...]) else { return false }
    return masked(decoded) != decoded
  }

  /// Whether a word is a service's key or a password by its looks, and neither a name nor a path.
  public static func looksLikeKey(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    if keyEnd(bytes, from: 0) != nil || word.hasPrefix("SG.") { return true }
    guard bytes.count >= 20, bytes.contains(where: { isDigit($0) }),
      bytes.allSatisfy({ isLetter($0) || isDigit($0) || "+=_-".utf8.contains($0) })
    else { return false }
    // Names are written in words of small letters, with marks between them.
    let hasSmall = bytes.contains { (0x61...0x7A).contains($0) }
    let hasLarge = bytes.contains { (0x41...0x5A).contains($0) }
    return hasSmall && hasLarge || bytes.allSatisfy { isLetter($0) || isDigit($0) }
  }

  private static func masked(_ bytes: [UInt8]) -> String {
    String(decoding: maskedKeys(maskedValues(maskedAddresses(bytes))), as: UTF8.self)
  }

  /// Takes note of a word behind another one, and of the password in it where that one is hard to take for anything else.
  private static func note(_ word: String, after name: String, in typed: inout [String: String]) {
    guard !word.isEmpty else { return }
    let isOption = word.hasPrefix("-") && word.count > 1
    if !isOption, name.hasPrefix("-"), namesSecret(name) || namesKeyFile(name) && looksLikeKey(word) {
      typed[word] = mark
      return
    }
    // Typed as one word, it is one address, blanks and quotes in it or not.
    let shown = masked(String(decoding: maskedAddress(Array(word.utf8)), as: UTF8.self))
    if shown != word { typed[word] = shown } else if hidesSecret(word) { typed[word] = mark }
    guard let password = password(in: word) else { return }
    for form in [password, PercentEncoding.decoded(password[...])].compactMap(\.self) where isStrong(form) {
      typed[form] = mark
    }
  }

  /// `--stripe-key-file` and its like.
  public static func namesKeyFile(_ option: String) -> Bool {
    option.hasSuffix("-file") && namesSecret(String(option.dropLast("-file".count)))
  }

  private static func isStrong(_ password: String) -> Bool {
    password.utf8.count >= 6 && password.utf8.contains { !isLetter($0) || (0x41...0x5A).contains($0) }
  }

  /// Every place where the word stands by itself, in whatever case.
  private static func replacing(_ word: [UInt8], with shown: [UInt8], in text: [UInt8]) -> [UInt8] {
    guard !word.isEmpty, text.count >= word.count else { return text }
    let small = word.map(lowered)
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let end = index + word.count
      let stands =
        end <= text.count && lowered(text[index]) == small[0]
        && text[index..<end].lazy.map(lowered).elementsEqual(small)
        && !joins(index > 0 ? text[index - 1] : nil, word[0])
        && !joins(end < text.count ? text[end] : nil, word[word.count - 1])
      if stands {
        result += shown
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Whether two neighbours belong to one word.
  private static func joins(_ neighbour: UInt8?, _ edge: UInt8) -> Bool {
    guard let neighbour else { return false }
    return isWord(neighbour) && isWord(edge)
  }

  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
