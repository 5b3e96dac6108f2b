/// Cuts CSS into tokens. What a reader would drop as broken is refused, since not all drop the same.
struct StyleTokenizer {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// The line that is being read.
  private(set) var line: Int

  init(_ text: String, line: Int) {
    // CSS has one sign for a new line, whatever a file has.
    let lines = text.replacing("\r\n", with: "\n")
    scalars = lines.unicodeScalars.map { $0 == "\r" || $0 == "\u{C}" ? "\n" : $0 }
    self.line = line
  }

  mutating func next() throws(MarkupFault) -> StyleToken? {
    try skipComments()
    guard let scalar = at(0) else { return nil }
    if isBlank(scalar) {
      while let blank = at(0), isBlank(blank) { take() }
      return .blank
    }
    if scalar == "\"" || scalar == "'" {
      _ = try string()
      return .string
    }
    if scalar == "#", isName(1) || isEscape(1) {
      take()
      _ = try name()
      return .figure
    }
    if scalar == "@", startsWord(1) {
      take()
      return .rule(try name().lowercased())
    }
    if startsNumber {
      try number()
      return .figure
    }
    if startsWord(0) { return try word() }
    guard scalar != "\\" else { throw MarkupFault(line, "a backslash escapes nothing", hint: "take it out") }
    take()
    return .sign(scalar)
  }

  // MARK: Kinds of tokens

  private mutating func skipComments() throws(MarkupFault) {
    while at(0) == "/", at(1) == "*" {
      let begin = line
      take(2)
      while at(0) != nil, at(0) != "*" || at(1) != "/" { take() }
      guard at(0) != nil else { throw MarkupFault(begin, "/* has no */", hint: MarkupFault.broken) }
      take(2)
    }
  }

  private mutating func word() throws(MarkupFault) -> StyleToken {
    let name = try name()
    guard at(0) == "(" else { return .word(name) }
    take()
    guard name.lowercased() == "url" else { return .function(name.lowercased()) }
    while let blank = at(0), isBlank(blank) { take() }
    let begin = line
    var address = ""
    if let quote = at(0), quote == "\"" || quote == "'" {
      address = try string()
    } else {
      while let scalar = at(0), scalar != ")", !isBlank(scalar) {
        guard !"\"'(\\".unicodeScalars.contains(scalar) else {
          throw MarkupFault(begin, "the address in url() holds \"\(scalar)\"", hint: "write it in quotes")
        }
        address.unicodeScalars.append(scalar)
        take()
      }
    }
    while let blank = at(0), isBlank(blank) { take() }
    guard at(0) == ")" else { throw MarkupFault(begin, "url( has no )", hint: MarkupFault.broken) }
    take()
    return .address(address)
  }

  /// A text in quotes, without them.
  private mutating func string() throws(MarkupFault) -> String {
    let (begin, quote) = (line, at(0))
    take()
    var text = ""
    while let scalar = at(0), scalar != quote, scalar != "\n" {
      if scalar == "\\", at(1) == "\n" {
        take(2)
      } else if scalar == "\\", at(1) != nil {
        text.unicodeScalars.append(escaped())
      } else {
        text.unicodeScalars.append(scalar)
        take()
      }
    }
    guard at(0) == quote else {
      throw MarkupFault(begin, "a text has no \(quote ?? "'") at its end", hint: MarkupFault.broken)
    }
    take()
    return text
  }

  private mutating func name() throws(MarkupFault) -> String {
    var name = ""
    while let scalar = at(0) {
      if isEscape(0) {
        name.unicodeScalars.append(escaped())
      } else if isName(0) {
        name.unicodeScalars.append(scalar)
        take()
      } else {
        break
      }
    }
    return name
  }

  /// A number with its unit, whose `url` would be a unit, as for every reader.
  private mutating func number() throws(MarkupFault) {
    if at(0) == "+" || at(0) == "-" { take() }
    while isDigit(0) || at(0) == "." && isDigit(1) { take() }
    if startsWord(0) { _ = try name() }
    if at(0) == "%" { take() }
    guard at(0) != "(" else { throw MarkupFault(line, "a number is followed by \"(\"", hint: MarkupFault.broken) }
  }

  /// The character that a backslash and what follows it stand for.
  private mutating func escaped() -> Unicode.Scalar {
    take()
    var digits = ""
    while digits.count < 6, let scalar = at(0), Character(scalar).isHexDigit, scalar.isASCII {
      digits.unicodeScalars.append(scalar)
      take()
    }
    guard let number = UInt32(digits, radix: 16) else {
      defer { take() }
      return at(0) ?? "\u{FFFD}"
    }
    if let blank = at(0), isBlank(blank) { take() }
    return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  // MARK: Characters

  private func at(_ ahead: Int) -> Unicode.Scalar? {
    place + ahead < scalars.count ? scalars[place + ahead] : nil
  }

  private mutating func take(_ count: Int = 1) {
    for _ in 0..<count {
      if at(0) == "\n" { line += 1 }
      place += 1
    }
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { " \t\n".unicodeScalars.contains(scalar) }

  private func isDigit(_ ahead: Int) -> Bool { at(ahead).map { ("0"..."9").contains($0) } == true }

  private func isName(_ ahead: Int) -> Bool {
    guard let scalar = at(ahead) else { return false }
    return scalar.value >= 128 || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
      || scalar == "-" || isDigit(ahead)
  }

  private func isEscape(_ ahead: Int) -> Bool {
    at(ahead) == "\\" && at(ahead + 1).map { $0 != "\n" } == true
  }

  private func startsWord(_ ahead: Int) -> Bool {
    if at(ahead) == "-" {
      return at(ahead + 1) == "-" || isName(ahead + 1) && !isDigit(ahead + 1) || isEscape(ahead + 1)
    }
    return isName(ahead) && !isDigit(ahead) || isEscape(ahead)
  }

  private var startsNumber: Bool {
    let ahead = at(0) == "+" || at(0) == "-" ? 1 : 0
    return isDigit(ahead) || at(ahead) == "." && isDigit(ahead + 1)
  }
}
