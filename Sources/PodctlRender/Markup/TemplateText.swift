/// Markup as a tokenizer sees it: characters, and tags of Mustache as units of their own, since what they stand for is
/// known only when it is drawn. Comments of Mustache are left out: nothing is drawn for them.
struct TemplateText {
  /// What a tag of Mustache asks for.
  struct Tag: Hashable {
    enum Kind: Hashable { case variable, raw, section, inverted, end }
    var kind: Kind
    var name: String

    /// As it is written.
    var written: String {
      switch kind {
      case .variable: "{{\(name)}}"
      case .raw: "{{{\(name)}}}"
      case .section: "{{#\(name)}}"
      case .inverted: "{{^\(name)}}"
      case .end: "{{/\(name)}}"
      }
    }
  }

  enum Unit: Hashable {
    case scalar(Unicode.Scalar)
    case tag(Tag)
  }

  private(set) var units: [Unit] = []
  /// The line of each unit, from 1.
  private(set) var lines: [Int] = []
  /// How many bytes of the text lie before each unit's end.
  private var ends: [Int] = []

  /// A text that is no template: every character is what it is.
  init(plain text: some StringProtocol) {
    var (line, bytes) = (1, 0)
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      add(scalar, &line, endingAt: bytes)
    }
  }

  /// A template. It is cut by characters, as the library that draws it does: by smaller parts, a mark that joins a brace
  /// would show this check a comment where a reader gets markup.
  init(template text: String) throws(MarkupFault) {
    let characters = Array(text)
    var place = 0
    var (line, bytes) = (1, 0)
    while place < characters.count {
      guard characters[place] == "{", place + 1 < characters.count, characters[place + 1] == "{" else {
        for scalar in characters[place].unicodeScalars {
          bytes += UTF8.width(scalar)
          add(scalar, &line, endingAt: bytes)
        }
        place += 1
        continue
      }
      let start = place + 2
      var end = start
      while end + 1 < characters.count, characters[end] != "}" || characters[end + 1] != "}" { end += 1 }
      guard end + 1 < characters.count else { throw MarkupFault(line, "{{ has no }}", hint: MarkupFault.broken) }
      let inner = characters[start..<end]
      place = end + 2
      if inner.first == "{" {
        guard place < characters.count, characters[place] == "}" else {
          throw MarkupFault(line, "{{{ has no }}}", hint: MarkupFault.broken)
        }
        place += 1
      }
      bytes += characters[(start - 2)..<place].reduce(0) { $0 + $1.utf8.count }
      if inner.first != "!" {
        units.append(.tag(Self.tag(inner)))
        lines.append(line)
        ends.append(bytes)
      }
      line += inner.count(where: \.isNewline)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ line: inout Int, endingAt bytes: Int) {
    units.append(.scalar(scalar))
    lines.append(line)
    ends.append(bytes)
    if scalar == "\n" { line += 1 }
  }

  /// A tag from what stands between its braces; whether its name is known is asked later.
  private static func tag(_ inner: ArraySlice<Character>) -> Tag {
    let kind: Tag.Kind? =
      switch inner.first {
      case "{", "&": .raw
      case "#": .section
      case "^": .inverted
      case "/": .end
      default: nil
      }
    var name = kind == nil ? inner : inner.dropFirst()
    while name.last?.isWhitespace == true { name.removeLast() }
    return Tag(kind: kind ?? .variable, name: String(name.drop(while: \.isWhitespace)))
  }

  /// How many bytes of the text lie before a unit.
  func bytes(before unit: Int) -> Int { unit == 0 ? 0 : ends[unit - 1] }

  subscript(range: Range<Int>) -> MarkupRun {
    MarkupRun(units: Array(units[range]), line: range.isEmpty ? lines.last ?? 1 : lines[range.lowerBound])
  }
}

/// A stretch of markup: a text between tags, the value of an attribute, a comment.
struct MarkupRun {
  var units: [TemplateText.Unit]
  /// The line on which it begins.
  var line: Int

  var tags: [TemplateText.Tag] {
    units.compactMap { unit in
      if case .tag(let tag) = unit { tag } else { nil }
    }
  }

  /// The run as text, each tag replaced by what `sample` gives for it.
  func text(_ sample: (TemplateText.Tag) -> String = { _ in "" }) -> String {
    var text = String.UnicodeScalarView()
    for unit in units {
      switch unit {
      case .scalar(let scalar): text.append(scalar)
      case .tag(let tag): text.append(contentsOf: sample(tag).unicodeScalars)
      }
    }
    return String(text)
  }
}
