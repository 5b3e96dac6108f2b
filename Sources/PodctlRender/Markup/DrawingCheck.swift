/// Holds a drawing (SVG) to shapes and their paint: nothing runs, and nothing is fetched.
struct DrawingCheck {
  /// A drawing may show a part of itself again, and that part another, so that a few of these draw without end.
  private static let mostUses = 24
  private static let deepest = 100

  private var open: [String] = []
  private var isOver = false
  private var uses = 0

  /// What is wrong with a drawing; nil for a good one.
  static func fault(in bytes: [UInt8]) -> MarkupFault? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return MarkupFault(1, "it is not UTF-8 text", hint: "save it as plain SVG in UTF-8")
    }
    do {
      var check = DrawingCheck()
      try check.run(try MarkupTokenizer(TemplateText(plain: text), .xml))
      return nil
    } catch { return error }
  }

  private mutating func run(_ source: MarkupTokenizer) throws(MarkupFault) {
    var tokens = source
    while let token = try tokens.next() {
      switch token {
      case .text(let run): try take(run)
      case .start(let name, let attributes, let isClosed, let line):
        try begin(name, attributes, line)
        open.append(name)
        if isClosed { open.removeLast() }
        isOver = open.isEmpty
      case .end(let name, let line):
        guard open.popLast() == name else {
          throw MarkupFault(line, "</\(name)> ends nothing", hint: MarkupFault.broken)
        }
        isOver = open.isEmpty
      case .comment: break
      case .doctype: break
      case .declaration(let text, let line): try Self.check(declaration: text, line)
      }
    }
    guard isOver else { throw MarkupFault(1, "there is no whole <svg>", hint: "save it as plain SVG") }
  }

  private mutating func take(_ run: MarkupRun) throws(MarkupFault) {
    guard let text = CharacterReferences.undone(run.text()) else {
      throw MarkupFault(run.line, "there is a reference to something that is not known", hint: "write the character")
    }
    guard !open.isEmpty else {
      guard text.allSatisfy(\.isWhitespace) else {
        throw MarkupFault(run.line, "there is a text outside of <svg>", hint: "save it as plain SVG")
      }
      return
    }
    if open.last == "style" || open.last == "svg:style" { try StyleCheck.sheet(text, line: run.line) }
  }

  private mutating func begin(
    _ name: String, _ attributes: [MarkupToken.Attribute], _ line: Int
  ) throws(MarkupFault) {
    guard !isOver else { throw MarkupFault(line, "<\(name)> stands after the end of <svg>", hint: MarkupFault.broken) }
    guard open.count < Self.deepest else {
      throw MarkupFault(line, "elements lie too deep in each other", hint: MarkupFault.broken)
    }
    let (prefix, local) = Self.parted(name)
    let isEditors = DrawingWords.editors.contains(prefix)
    guard isEditors || ["", "svg"].contains(prefix) && DrawingWords.elements.contains(local) else {
      throw MarkupFault(
        line, "<\(name)> is no element that a logo may have", hint: "save it as plain SVG: shapes alone")
    }
    guard !open.isEmpty || local == "svg" && !isEditors else {
      throw MarkupFault(line, "it begins with <\(name)>, not with <svg>", hint: "save it as plain SVG")
    }
    // A sheet in parts would be read as one.
    if open.last == "style" || open.last == "svg:style" {
      throw MarkupFault(line, "<style> holds <\(name)>", hint: MarkupFault.broken)
    }
    if local == "use", !isEditors {
      uses += 1
      guard uses <= Self.mostUses else {
        throw MarkupFault(
          line, "there are more than \(Self.mostUses) <use>", hint: "save it with shapes in their place")
      }
    }
    for attribute in attributes { try check(attribute, of: local, isEditors) }
  }

  private func check(
    _ attribute: MarkupToken.Attribute, of element: String, _ isEditors: Bool
  ) throws(MarkupFault) {
    let line = attribute.line
    guard let value = CharacterReferences.undone(attribute.value?.text() ?? "") else {
      throw MarkupFault(line, "\(attribute.name) holds a reference that is not known", hint: "write the character")
    }
    let (prefix, local) = Self.parted(attribute.name)
    if prefix == "xmlns" || attribute.name == "xmlns" {
      let name = prefix == "xmlns" ? local : ""
      guard DrawingWords.namespaces[name]?.contains(value) == true else {
        throw MarkupFault(
          line, "\(attribute.name)=\"\(value.prefix(60))\" is no namespace that a logo may have",
          hint: "save it as plain SVG")
      }
      return
    }
    if DrawingWords.editors.contains(prefix) || isEditors && prefix.isEmpty { return }
    if try DrawingCheck.draws(attribute.name, value, line) { return }
    guard local == "href", ["", "xlink"].contains(prefix) else {
      throw MarkupFault(line, "<\(element)> may not have \(attribute.name)", hint: "save it as plain SVG: shapes alone")
    }
    if value.hasPrefix("#") { return }
    guard element == "image" else {
      throw MarkupFault(line, "\(attribute.name)=\"\(value.prefix(60))\" leads out of the logo")
    }
    if let fault = DataPicture.fault(in: value, onlyGrids: true) {
      throw MarkupFault(line, "\(attribute.name)=\"\(value.prefix(60))\" \(fault)")
    }
  }

  /// Whether an attribute is one that only draws; `value` is without references. Throws where its style does more.
  static func draws(_ name: String, _ value: String, _ line: Int) throws(MarkupFault) -> Bool {
    if name == "style" {
      try StyleCheck.declarations(value, line: line)
      return true
    }
    if DrawingWords.properties.contains(name) {
      try StyleCheck.value(value, line: line)
      return true
    }
    let isPlain = DrawingWords.attributes.contains(name) || name == "xml:space" || name == "xml:lang"
    return isPlain || name.hasPrefix("aria-") || name.hasPrefix("data-")
      || name.hasPrefix("xlink:") && name != "xlink:href"
  }

  private static func check(declaration text: String, _ line: Int) throws(MarkupFault) {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.replacing("'", with: "\"").lowercased() }
    let known: Set<String> = [
      "version=\"1.0\"", "encoding=\"utf-8\"", "encoding=\"us-ascii\"", "standalone=\"yes\"", "standalone=\"no\"",
    ]
    guard text.first?.isWhitespace == true, words.allSatisfy(known.contains) else {
      throw MarkupFault(line, "<?xml\(text.prefix(60))?> is not known", hint: "save it as plain SVG in UTF-8")
    }
  }

  private static func parted(_ name: String) -> (prefix: String, local: String) {
    guard let colon = name.firstIndex(of: ":") else { return ("", name) }
    return (String(name[..<colon]), String(name[colon...].dropFirst()))
  }
}
