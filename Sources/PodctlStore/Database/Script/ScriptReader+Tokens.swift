import PodctlCore

extension ScriptReader {
  /// Takes the token that begins with this byte and gives its kind.
  mutating func takeToken(_ byte: UInt8) throws -> ScriptToken.Kind {
    switch byte {
    case UInt8(ascii: "'"): try takeString(escapes: false)
    case UInt8(ascii: "\""): try takeQuotedName(until: byte)
    case UInt8(ascii: "`") where dialect == .sqlite: try takeQuotedName(until: byte)
    case UInt8(ascii: "[") where dialect == .sqlite: try takeQuotedName(until: UInt8(ascii: "]"))
    case UInt8(ascii: "$"): try takeDollar()
    case UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "#"): try takeParameterOrMark(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): try takeNumber()
    case UInt8(ascii: "."):
      if let next = try window.byte(1), ScriptReader.isDigit(next) { try takeNumber() } else { takeMark() }
    case _ where ScriptReader.beginsWord(byte): try takeWord(byte)
    default: takeMark()
    }
  }

  private mutating func takeMark() -> ScriptToken.Kind {
    window.index += 1
    return .mark
  }

  /// A word, or a literal or name whose prefix it is.
  private mutating func takeWord(_ first: UInt8) throws -> ScriptToken.Kind {
    let start = window.index
    while let byte = try window.current(), continuesWord(byte) { window.index += 1 }
    guard window.index - start == 1 else { return .word }
    let next = try window.current()
    switch (first | 0x20, next) {
    case (UInt8(ascii: "e"), UInt8(ascii: "'")?) where dialect == .postgres: return try takeString(escapes: true)
    case (UInt8(ascii: "x"), UInt8(ascii: "'")?): return try takeString(escapes: false)
    case (UInt8(ascii: "b"), UInt8(ascii: "'")?) where dialect == .postgres,
      (UInt8(ascii: "n"), UInt8(ascii: "'")?) where dialect == .postgres:
      return try takeString(escapes: false)
    case (UInt8(ascii: "u"), UInt8(ascii: "&")?) where dialect == .postgres:
      let quote = try window.byte(1)
      guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return .word }
      window.index += 1
      return quote == UInt8(ascii: "'") ? try takeString(escapes: false) : try takeQuotedName(until: UInt8(ascii: "\""))
    default: return .word
    }
  }

  /// From its opening quote on. On PostgreSQL a literal goes on behind a line break: `E'a' ⏎ 'b'` is one, and its second
  /// piece has the escapes of the first.
  private mutating func takeString(escapes: Bool) throws -> ScriptToken.Kind {
    let start = window.index
    repeat {
      window.index += 1
      try skipQuoted(until: UInt8(ascii: "'"), escapes: escapes, "a literal", start)
    } while try dialect == .postgres && goesOnBehindLineBreak()
    return .string
  }

  private mutating func takeQuotedName(until mark: UInt8) throws -> ScriptToken.Kind {
    let start = window.index
    window.index += 1
    try skipQuoted(until: mark, escapes: false, "a name", start)
    return .quotedName
  }

  /// To behind the closing mark; a doubled one does not close, except for `]`, which cannot be doubled. `start` is where it
  /// was opened: its line is counted for a complaint alone, since counting it for each literal of a long statement would
  /// take the square of its length.
  private mutating func skipQuoted(
    until mark: UInt8, escapes: Bool, _ what: String, _ start: Int
  ) throws {
    while let byte = try window.current() {
      window.index += 1
      if byte == mark {
        guard mark != UInt8(ascii: "]"), try window.current() == mark else { return }
        window.index += 1
      } else if byte == UInt8(ascii: "\\"), escapes, try window.current() != nil {
        window.index += 1
      } else if byte == 0 {
        throw ScriptFault.zeroByte(window.place(of: window.index - 1))
      }
    }
    throw ScriptFault.unclosed("\(what) in quotes", window.place(of: start))
  }

  /// Looks over blanks and `--` comments; where a line break and then a quote stand there, goes to the quote.
  private mutating func goesOnBehindLineBreak() throws -> Bool {
    var offset = 0
    var sawBreak = false
    while let byte = try window.byte(offset) {
      if byte == 0x0A {
        sawBreak = true
        offset += 1
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "-"), try window.byte(offset + 1) == UInt8(ascii: "-") {
        while let byte = try window.byte(offset), byte != 0x0A { offset += 1 }
      } else {
        guard sawBreak, byte == UInt8(ascii: "'") else { return false }
        window.index += offset
        return true
      }
    }
    return false
  }

  /// `$1`, `$tag$ … $tag$`, SQLite's `$name`, or the mark alone.
  private mutating func takeDollar() throws -> ScriptToken.Kind {
    var length = 1
    if dialect == .sqlite {
      while let byte = try window.byte(length), continuesWord(byte) { length += 1 }
      window.index += length
      return length == 1 ? .mark : .parameter
    }
    if let next = try window.byte(1), ScriptReader.isDigit(next) {
      while let byte = try window.byte(length), ScriptReader.isDigit(byte) { length += 1 }
      window.index += length
      return .parameter
    }
    while let byte = try window.byte(length), ScriptReader.isTag(byte) { length += 1 }
    guard try window.byte(length) == UInt8(ascii: "$") else { return takeMark() }
    let start = window.index
    let tag = window.bytes(in: window.index..<window.index + length + 1)
    window.index += tag.count
    while try !window.starts(with: tag) {
      guard try window.current() != nil else {
        throw ScriptFault.unclosed(
          "the body quoted in \(String(decoding: tag, as: UTF8.self))", window.place(of: start))
      }
      window.index += 1
    }
    window.index += tag.count
    return .dollarString
  }

  /// SQLite's `?1`, `:a`, `@a`, `#a`; on PostgreSQL these are operators and casts.
  private mutating func takeParameterOrMark(_ byte: UInt8) throws -> ScriptToken.Kind {
    guard dialect == .sqlite else { return takeMark() }
    var length = 1
    while let next = try window.byte(length), continuesWord(next) { length += 1 }
    window.index += length
    return length == 1 && byte != UInt8(ascii: "?") ? .mark : .parameter
  }

  /// Digits with what may stand in a number: a point, an exponent with its sign, a radix, separators.
  private mutating func takeNumber() throws -> ScriptToken.Kind {
    var previous: UInt8 = 0
    while let byte = try window.current() {
      let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      let afterExponent = previous | 0x20 == UInt8(ascii: "e")
      let following = try window.byte(1) ?? 0
      guard
        continuesWord(byte) && byte != UInt8(ascii: "$") || byte == UInt8(ascii: ".")
          || isSign && afterExponent && ScriptReader.isDigit(following)
      else { break }
      // `1..10` is a range of PL/pgSQL, not a number with two points.
      if byte == UInt8(ascii: "."), following == UInt8(ascii: ".") { break }
      previous = byte
      window.index += 1
    }
    return .number
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func beginsWord(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isTag(_ byte: UInt8) -> Bool { beginsWord(byte) || isDigit(byte) }

  private func continuesWord(_ byte: UInt8) -> Bool {
    ScriptReader.beginsWord(byte) || ScriptReader.isDigit(byte) || byte == UInt8(ascii: "$")
  }
}
