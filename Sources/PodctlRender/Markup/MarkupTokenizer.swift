/// Cuts markup into tokens, and refuses whatever readers of markup do not agree on: they repair what is broken, each in its
/// own way, so that what one check sees as text is an element for another reader.
struct MarkupTokenizer {
  /// HTML knows names in any case, values without quotes, and elements whose content is text; XML knows CDATA.
  enum Language { case html, xml }

  /// HTML's elements whose content holds no markup.
  private static let texts: Set<String> = ["style", "title"]

  private let text: TemplateText
  private let language: Language
  private var place = 0
  /// The element whose content is text, after its start tag.
  private var textElement: String?

  init(_ text: TemplateText, _ language: Language) throws(MarkupFault) {
    self.text = text
    self.language = language
    for (unit, line) in zip(text.units, text.lines) {
      guard case .scalar(let scalar) = unit, scalar.value < 32 || scalar.value == 127 else { continue }
      guard "\t\n\r\u{C}".unicodeScalars.contains(scalar), language == .html || scalar != "\u{C}" else {
        throw MarkupFault(line, "there is a control character (U+\(hexadecimal(scalar)))", hint: "take it out")
      }
    }
    // The mark of UTF-8 is no text.
    if scalar(0) == "\u{FEFF}" { place = 1 }
  }

  /// The unit that is read next, for whoever has to know where a token ends.
  var position: Int { place }

  mutating func next() throws(MarkupFault) -> MarkupToken? {
    guard place < text.units.count else {
      if let textElement { throw MarkupFault(line, "<\(textElement)> is not closed", hint: "write </\(textElement)>") }
      return nil
    }
    if let element = textElement { return try content(of: element) }
    guard scalar(place) == "<" else {
      let start = place
      while place < text.units.count, scalar(place) != "<" { place += 1 }
      return .text(text[start..<place])
    }
    if has("<!--") { return try comment() }
    if language == .xml, has("<![CDATA[") { return try characters() }
    if has("<?xml"), place == 0 || place == 1 { return try declaration() }
    if has("<!") { return try doctype() }
    if scalar(place + 1) == "/", isLetter(place + 2) { return try end() }
    guard isLetter(place + 1) else {
      throw MarkupFault(
        line, has("<?") ? "<? has no place here" : "a \"<\" begins no element",
        hint: has("<?") ? MarkupFault.inert : "write &lt; for the character")
    }
    return try start()
  }

  // MARK: Kinds of tokens

  private mutating func content(of element: String) throws(MarkupFault) -> MarkupToken {
    let start = place
    while place < text.units.count, scalar(place) != "<" { place += 1 }
    guard has("</" + element) else {
      throw MarkupFault(line, "<\(element)> holds a \"<\"", hint: "close it with </\(element)>")
    }
    textElement = nil
    return .text(text[start..<place])
  }

  private mutating func comment() throws(MarkupFault) -> MarkupToken {
    let (start, begin) = (place + 4, line)
    place = start
    while place < text.units.count, !has("-->") {
      // Each of these ends or begins a comment for some reader and not for another.
      if has("--!>") || has("<!--") || has("<![") || language == .xml && has("--") {
        throw MarkupFault(line, "the comment holds \"--\" or \"<!\"", hint: "take it out")
      }
      place += 1
    }
    guard place < text.units.count else { throw MarkupFault(begin, "<!-- has no -->", hint: MarkupFault.broken) }
    let run = text[start..<place]
    guard ![">", "["].contains(scalar(start)), !(scalar(start) == "-" && scalar(start + 1) == ">") else {
      throw MarkupFault(begin, "a comment may not begin with \"[\" or \">\"", hint: "some readers show what is in it")
    }
    place += 3
    return .comment(run)
  }

  private mutating func characters() throws(MarkupFault) -> MarkupToken {
    let (start, begin) = (place + 9, line)
    place = start
    while place < text.units.count, !has("]]>") { place += 1 }
    guard place < text.units.count else { throw MarkupFault(begin, "<![CDATA[ has no ]]>", hint: MarkupFault.broken) }
    let run = text[start..<place]
    place += 3
    // "&" is itself here; whoever reads the run undoes references.
    let units = run.units.flatMap { $0 == .scalar("&") ? Array("&amp;".unicodeScalars).map { .scalar($0) } : [$0] }
    return .text(MarkupRun(units: units, line: run.line))
  }

  private mutating func declaration() throws(MarkupFault) -> MarkupToken {
    let (start, begin) = (place + 5, line)
    while place < text.units.count, !has("?>") { place += 1 }
    guard place < text.units.count else { throw MarkupFault(begin, "<?xml has no ?>", hint: MarkupFault.broken) }
    let run = text[start..<place]
    place += 2
    return .declaration(run.text(), line: begin)
  }

  private mutating func doctype() throws(MarkupFault) -> MarkupToken {
    let begin = line
    guard language == .html, has("<!doctype html") else {
      throw MarkupFault(begin, "\"<!\" has no place here", hint: "take it out: \(MarkupFault.inert)")
    }
    place += 14
    while let scalar = scalar(place), scalar != ">" {
      guard !"<[".unicodeScalars.contains(scalar) else { throw MarkupFault(begin, "the doctype holds \"\(scalar)\"") }
      place += 1
    }
    guard scalar(place) == ">" else { throw MarkupFault(begin, "the doctype is not closed") }
    place += 1
    return .doctype
  }

  private mutating func end() throws(MarkupFault) -> MarkupToken {
    let begin = line
    place += 2
    let name = name()
    skipBlanks()
    guard scalar(place) == ">" else {
      throw MarkupFault(begin, "</\(name) is not closed by \">\"", hint: MarkupFault.broken)
    }
    place += 1
    return .end(name: name, line: begin)
  }

  private mutating func start() throws(MarkupFault) -> MarkupToken {
    let begin = line
    place += 1
    let name = name()
    var attributes: [MarkupToken.Attribute] = []
    while true {
      let hasBlank = skipBlanks()
      if scalar(place) == ">" {
        place += 1
        if language == .html, Self.texts.contains(name) { textElement = name }
        return .start(name: name, attributes: attributes, isClosed: false, line: begin)
      }
      if has("/>") {
        guard language == .xml || !Self.texts.contains(name) else {
          throw MarkupFault(begin, "<\(name)/> is not closed in HTML", hint: "write <\(name)></\(name)>")
        }
        place += 2
        return .start(name: name, attributes: attributes, isClosed: true, line: begin)
      }
      guard hasBlank, isLetter(place) || scalar(place) == "_" else { throw brokenTag(name, begin) }
      let attribute = try attribute(of: name)
      guard !attributes.contains(where: { $0.name == attribute.name }) else {
        throw MarkupFault(attribute.line, "<\(name)> has \(attribute.name) twice", hint: "take one of them out")
      }
      attributes.append(attribute)
    }
  }

  private mutating func attribute(of element: String) throws(MarkupFault) -> MarkupToken.Attribute {
    let begin = line
    let name = name()
    let after = place
    skipBlanks()
    guard scalar(place) == "=" else {
      guard language == .html else {
        throw MarkupFault(begin, "\(name) of <\(element)> has no value", hint: MarkupFault.broken)
      }
      place = after
      return .init(name: name, value: nil, line: begin)
    }
    place += 1
    skipBlanks()
    if let quote = scalar(place), quote == "\"" || quote == "'" {
      place += 1
      let start = place
      while place < text.units.count, scalar(place) != quote { place += 1 }
      guard place < text.units.count else {
        throw MarkupFault(begin, "the value of \(name) has no \(quote) at its end", hint: MarkupFault.broken)
      }
      place += 1
      return .init(name: name, value: text[start..<(place - 1)], line: begin)
    }
    let start = place
    while let scalar = scalar(place), !isBlank(scalar), scalar != ">" {
      guard language == .html, !"\"'<=`".unicodeScalars.contains(scalar) else { break }
      place += 1
    }
    guard place > start, scalar(place).map({ isBlank($0) || $0 == ">" }) == true else {
      throw MarkupFault(begin, "the value of \(name) is not in quotes", hint: "write \(name)=\"…\"")
    }
    return .init(name: name, value: text[start..<place], line: begin)
  }

  private func brokenTag(_ name: String, _ begin: Int) -> MarkupFault {
    guard place < text.units.count, case .tag(let tag) = text.units[place] else {
      return MarkupFault(begin, "<\(name) is not written as a tag is", hint: "write <\(name) name=\"value\">")
    }
    return MarkupFault(
      line, "\(tag.written) stands within <\(name)>", hint: "it may stand in a text, or in a value in quotes")
  }

  // MARK: Characters

  private var line: Int { place < text.lines.count ? text.lines[place] : text.lines.last ?? 1 }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    guard index < text.units.count, case .scalar(let scalar) = text.units[index] else { return nil }
    return scalar
  }

  /// Whether a word stands here, in any case in HTML.
  private func has(_ word: String) -> Bool {
    var index = place
    for expected in word.unicodeScalars {
      guard let found = scalar(index), found == expected || language == .html && lowered(found) == expected else {
        return false
      }
      index += 1
    }
    return true
  }

  private func isLetter(_ index: Int) -> Bool { scalar(index).map { ("a"..."z").contains(lowered($0)) } == true }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { " \t\n\r\u{C}".unicodeScalars.contains(scalar) }

  private func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The name that stands here; in HTML in small letters.
  private mutating func name() -> String {
    var name = String.UnicodeScalarView()
    while let scalar = scalar(place),
      isLetter(place) || ("0"..."9").contains(scalar) || "-_:.".unicodeScalars.contains(scalar)
    {
      name.append(language == .html ? lowered(scalar) : scalar)
      place += 1
    }
    return String(name)
  }

  @discardableResult private mutating func skipBlanks() -> Bool {
    let start = place
    while let scalar = scalar(place), isBlank(scalar) { place += 1 }
    return place > start
  }
}
