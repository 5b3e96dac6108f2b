import PodctlCore

/// One statement of a script, with its place in the file and its tokens.
public struct ScriptStatement: Sendable, Equatable {
  /// From the first token to the last, without the semicolon.
  public let bytes: [UInt8]
  public let tokens: [ScriptToken]
  /// Where the first token stands.
  public let place: ScriptPlace
  /// The comments `-- podctl: …` that stand before the statement or in it.
  public let notes: [ScriptNote]

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The first words in capitals, up to the first token that is none; `CREATE TABLE IF NOT EXISTS`.
  public var words: [String] { tokens.prefix(12).prefix { $0.kind == .word }.map(word) }

  /// A token as it is written.
  public func text(of token: ScriptToken) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  /// A word without quotes, in capitals; for any other token its text.
  public func word(_ token: ScriptToken) -> String {
    token.kind == .word ? text(of: token).uppercased() : text(of: token)
  }

  /// The word in capitals at this place among the tokens; nil where there is none.
  public func word(at index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].kind == .word ? word(tokens[index]) : nil
  }

  /// Whether the token at this place is the mark.
  public func isMark(_ character: Character, at index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .mark else { return false }
    return bytes[tokens[index].start] == character.asciiValue
  }

  /// Whether the words (in capitals) stand one after another from this place on.
  public func says(_ words: String..., at index: Int = 0) -> Bool {
    words.enumerated().allSatisfy { word(at: index + $0.offset) == $0.element }
  }

  /// The name at this place as the database knows it: without quotes, and small where it had none; nil for a token
  /// that can be no name.
  public func name(at index: Int) -> String? {
    guard tokens.indices.contains(index) else { return nil }
    let text = text(of: tokens[index])
    switch tokens[index].kind {
    case .word: return text.lowercased()
    case .quotedName:
      guard let opening = text.firstIndex(where: { "\"`[".contains($0) }) else { return nil }
      let inner = String(text[text.index(after: opening)...].dropLast())
      let mark = String(text[opening])
      return mark == "["
        ? inner
        : inner.split(separator: mark + mark, omittingEmptySubsequences: false)
          .joined(separator: mark)
    default: return nil
    }
  }

  /// Where the byte at this offset stands in the file.
  public func place(atByte offset: Int) -> ScriptPlace { place.advanced(over: bytes.prefix(max(0, offset))) }

  /// Where a character stands that PostgreSQL's error position names, counted from 1.
  public func place(atCharacter position: Int) -> ScriptPlace {
    var seen = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      seen += 1
      if seen == position { return place(atByte: offset) }
    }
    return place
  }

  /// Whether another statement is the same but for blanks, comments and the case of unquoted words.
  public func isSameButForLooks(as other: ScriptStatement) -> Bool {
    tokens.count == other.tokens.count
      && zip(tokens, other.tokens).allSatisfy { mine, theirs in
        mine.kind == theirs.kind && word(mine) == other.word(theirs)
      }
  }
}

/// A place in a file: line and column, both from 1, the column in characters.
public struct ScriptPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static let start = ScriptPlace(line: 1, column: 1)

  public var description: String { "line \(line), column \(column)" }

  public static func < (left: ScriptPlace, right: ScriptPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The place behind these bytes of UTF-8, if they start here.
  func advanced(over bytes: some Sequence<UInt8>) -> ScriptPlace {
    var place = self
    for byte in bytes {
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}

/// A comment that speaks to podctl: `-- podctl: transaction=none`.
public struct ScriptNote: Sendable, Equatable {
  /// What stands behind `-- podctl:`, without blanks around it.
  public let text: String
  public let place: ScriptPlace
}
