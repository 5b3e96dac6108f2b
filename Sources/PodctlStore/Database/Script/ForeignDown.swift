import PodctlCore

/// A comment with which another tool's section begins that undoes the file. For podctl it would be a comment like any
/// other, and what stands behind it would run with the rest.
public struct ForeignDown: Sendable, Equatable {
  /// As it is written, without blanks at its ends.
  public let text: String
  /// Whose it is, as a sentence says it: `dbmate's`.
  public let owner: String
  public let place: ScriptPlace

  /// Whose mark a line is that holds nothing but this comment; nil for what is said to people. Inside of a statement a bare
  /// word heads no section. Behind `-- Up Migration` its counterpart is a mark whatever else the line says, as it is to
  /// node-pg-migrate.
  static func owner(of comment: [UInt8], isBetweenStatements: Bool, isBehindUp: Bool) -> String? {
    let words = levelled(comment)
    for (mark, owner) in marks where words.hasPrefix(mark) {
      let rest = words.dropFirst(mark.count)
      if isTail(rest) || isBehindUp && rest.first == " " { return owner }
    }
    if let owner = plusOwner(words) { return owner }
    return isBetweenStatements && bareWords.contains(core(words)) ? "another tool's" : nil
  }

  /// Whether it is node-pg-migrate's mark of the section that makes something.
  static func isUp(_ comment: [UInt8]) -> Bool { levelled(comment).hasPrefix("up migration") }

  /// Whether a comment has any word of a mark; most have none, and a file may have a million of them.
  static func mayBeMark(_ comment: [UInt8]) -> Bool {
    comment.withUnsafeBufferPointer { bytes in
      for start in bytes.indices {
        let word: StaticString =
          switch bytes[start] | 0x20 {
          case UInt8(ascii: "d") where start + 1 < bytes.count && bytes[start + 1] | 0x20 == UInt8(ascii: "o"): "down"
          case UInt8(ascii: "d"): "drop"
          case UInt8(ascii: "u"): "undo"
          case UInt8(ascii: "m"): "migration"
          default: ""
          }
        let length = word.utf8CodeUnitCount
        guard length > 0, start + length <= bytes.count else { continue }
        if (0..<length).allSatisfy({ bytes[start + $0] | 0x20 == word.utf8Start[$0] }) { return true }
      }
      return false
    }
  }

  /// Each as `levelled` writes it. The last one is podctl's own, misspelt.
  private static let marks: [(mark: String, owner: String)] = [
    ("migrate:down", "dbmate's"), ("migration:down", "dbmate's"), ("migrations:down", "dbmate's"),
    ("rambler down", "rambler's"), ("down migration", "node-pg-migrate's"), ("!downs", "Play's"),
    ("@undo", "MyBatis's"), ("@down", "another tool's"), ("create above/drop below", "tern's"),
    ("down.sql --", "Atlas's"), ("podctl:down", "podctl's"), ("podctl down", "podctl's"),
  ]

  /// What heads a section where it stands alone, whatever frames it.
  private static let bareWords: Set<String> = [
    "down", "downs", "undo", "down section", "section down", "down script", "down sql", "sql down", "down.sql",
    "migrate down", "migration down", "undo migration", "migration undo",
  ]

  /// `+goose Down` and its like: a word behind a plus, then the section.
  private static func plusOwner(_ words: String) -> String? {
    let parts = words.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].hasPrefix("+"), parts[0].dropFirst().contains(where: \.isLetter),
      parts[1].hasPrefix("down"), isTail(parts[1].dropFirst(4))
    else { return nil }
    return parts[0] == "+migrate" ? "sql-migrate's" : "\(parts[0].dropFirst())'s"
  }

  /// What may stand behind a mark: nothing, a frame, options, or a remark set apart from it. A sentence, which is about the
  /// mark, may not.
  private static func isTail(_ rest: Substring) -> Bool {
    guard let first = rest.first(where: { $0 != " " }) else { return true }
    if "-=*#/~:;(<>[{|".contains(first) { return true }
    return rest.first == " "
      && rest.split(separator: " ").allSatisfy { word in
        word.contains(":") || word.contains("=") || word == "notransaction"
      }
  }

  private static func core(_ words: String) -> String {
    let isFrame: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
    return String(String(words.drop(while: isFrame)).reversed().drop(while: isFrame).reversed())
  }

  /// In small letters, one blank between words and none about `:` and `/`, without the marks of the comment and what frames
  /// it in front.
  private static func levelled(_ comment: [UInt8]) -> String {
    var bytes: [UInt8] = []
    var isBehindBlank = false
    for byte in comment {
      switch byte {
      case 0x20, 0x09: isBehindBlank = true
      case _ where bytes.isEmpty && frame.contains(byte): isBehindBlank = false
      default:
        let isTight = tight.contains(byte) || bytes.last.map(tight.contains) ?? true
        if isBehindBlank, !isTight { bytes.append(0x20) }
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        isBehindBlank = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let frame = Set("#-=*/~_".utf8)
  private static let tight = Set(":/".utf8)
}
