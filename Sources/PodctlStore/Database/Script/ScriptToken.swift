/// One word, literal or mark of a statement. Blanks and comments are no tokens, so two texts that differ in those alone
/// have the same tokens.
public struct ScriptToken: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    /// A keyword or a name without quotes.
    case word
    /// A name in quotes: `"a"`, `U&"a"`, and on SQLite `` `a` `` and `[a]`.
    case quotedName
    /// A literal in single quotes, with its prefix: `'a'`, `E'a'`, `U&'a'`, `B'1'`, `X'ff'`, `N'a'`.
    case string
    /// PostgreSQL's `$tag$…$tag$`.
    case dollarString
    case number
    /// `$1`, and on SQLite `?1`, `:a`, `@a` and `$a`.
    case parameter
    /// One character of punctuation or of an operator.
    case mark
  }

  public let kind: Kind
  /// Offsets in the statement's bytes.
  public let start: Int
  public let end: Int

  public var range: Range<Int> { start..<end }
}
