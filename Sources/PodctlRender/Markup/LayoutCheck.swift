import PodctlCore

/// Holds a layout to what only shows: elements, attributes and styles that are known, pictures that lie in it, and tags of
/// Mustache where what they stand for can do nothing else.
struct LayoutCheck {
  private let kind: LayoutTemplate.Kind
  private let known: [String]
  /// The sections that are open, the innermost last.
  private var sections: [TemplateText.Tag] = []
  /// How many drawings (SVG) are open.
  private var drawings = 0
  private var element = ""
  /// Whether something was seen that a reader puts into the body.
  private var hasBegun = false

  /// What was found in the text, where a reader sees it.
  private(set) var found: Set<String> = []
  /// Where in the template's bytes the first thing of the head belongs.
  private(set) var headStart = 0
  /// Where in them stand policies of the layout's own.
  private(set) var policies: [Range<Int>] = []
  /// Whether there is a picture besides the logo.
  private(set) var hasPictures = false

  init(_ text: TemplateText, _ kind: LayoutTemplate.Kind) throws(MarkupFault) {
    self.kind = kind
    known = LayoutTemplate.tags(kind)
    var tokens = try MarkupTokenizer(text, .html)
    var start = tokens.position
    while let token = try tokens.next() {
      let bytes = text.bytes(before: start)..<text.bytes(before: tokens.position)
      try take(token, bytes)
      start = tokens.position
    }
  }

  private mutating func take(_ token: MarkupToken, _ bytes: Range<Int>) throws(MarkupFault) {
    switch token {
    case .text(let run):
      if element == "style" { return try style(run) }
      if run.units.contains(where: { !Self.isBlank($0) }) { hasBegun = true }
      try take(run, isText: true)
    case .comment(let run): try take(run, isText: false)
    case .doctype: if !hasBegun { headStart = bytes.upperBound }
    case .declaration(_, let line): throw MarkupFault(line, "<?xml has no place in HTML", hint: "take it out")
    case .start(let name, let attributes, let isClosed, let line):
      try begin(name, attributes, isClosed, line)
      if !hasBegun, name == "html" || name == "head" { headStart = bytes.upperBound }
      if name == "meta", isPolicy(attributes) { policies.append(bytes) }
      if name != "html" { hasBegun = true }
      element = name
    case .end(let name, let line):
      let isDrawing = drawings > 0 || name == "svg"
      guard isDrawing ? Self.shapes.contains(name) : PageWords.elements.contains(name) else {
        throw MarkupFault(line, "</\(name)> has no place in a layout")
      }
      if name == "svg" {
        guard drawings > 0 else { throw MarkupFault(line, "</svg> ends nothing", hint: MarkupFault.broken) }
        drawings -= 1
      }
      element = ""
    }
  }

  private mutating func begin(
    _ name: String, _ attributes: [MarkupToken.Attribute], _ isClosed: Bool, _ line: Int
  ) throws(MarkupFault) {
    let isDrawing = drawings > 0 || name == "svg"
    guard isDrawing ? Self.shapes.contains(name) : PageWords.elements.contains(name) else {
      throw MarkupFault(line, "<\(name)> has no place in a layout")
    }
    if name == "html" || name == "head", hasBegun {
      throw MarkupFault(line, "<\(name)> comes after what belongs into the body", hint: "begin the layout with it")
    }
    if name == "svg", !isClosed { drawings += 1 }
    for attribute in attributes {
      if isDrawing { try drawing(attribute, of: name) } else { try page(attribute, of: name) }
    }
    if name == "meta" { try meta(attributes, line) }
  }

  // MARK: Attributes

  private mutating func page(_ attribute: MarkupToken.Attribute, of element: String) throws(MarkupFault) {
    let name = attribute.name
    guard
      PageWords.common.contains(name) || PageWords.own[element]?.contains(name) == true || name.hasPrefix("aria-")
        || name.hasPrefix("data-")
    else { throw MarkupFault(attribute.line, "<\(element)> may not have \(name)") }
    guard let run = attribute.value else { return }
    switch name {
    case "style":
      let text = try undone(run, in: name)
      try StyleCheck.declarations(text, line: attribute.line)
      if text.lowercased().contains("data:") { hasPictures = true }
    case "href": try link(run)
    case "src": try picture(run)
    case "rel":
      let words = run.text().lowercased().split(whereSeparator: \.isWhitespace)
      guard run.tags.isEmpty, words.allSatisfy({ PageWords.relations.contains(String($0)) }) else {
        throw MarkupFault(attribute.line, "rel=\"\(run.text { $0.written })\" may not be said of a link")
      }
    default: try take(run, isText: false)
    }
  }

  private mutating func drawing(_ attribute: MarkupToken.Attribute, of element: String) throws(MarkupFault) {
    let run = attribute.value ?? MarkupRun(units: [], line: attribute.line)
    if let tag = run.tags.first {
      throw MarkupFault(
        attribute.line, "\(tag.written) stands within a drawing", hint: "it may stand in the text around it")
    }
    let value = try undone(run, in: attribute.name)
    let name = Self.spelled[attribute.name] ?? attribute.name
    if name == "xmlns", DrawingWords.namespaces[""]?.contains(value) == true { return }
    if name == "href" || name == "xlink:href", value.hasPrefix("#") { return }
    guard try DrawingCheck.draws(name, value, attribute.line) else {
      throw MarkupFault(attribute.line, "<\(element)> may not have \(attribute.name)=\"\(value.prefix(60))\"")
    }
  }

  private func link(_ run: MarkupRun) throws(MarkupFault) {
    let text = run.text { $0.written }
    // A section's own id is podctl's word.
    let tags = run.tags
    guard tags.isEmpty || text == "#{{id}}" else {
      throw MarkupFault(run.line, "\(tags[0].written) stands within the address of a link", hint: "write it out")
    }
    let address = text.lowercased()
    let isKnown = ["https://", "mailto:", "tel:", "#"].contains { address.hasPrefix($0) }
    guard isKnown, !text.unicodeScalars.contains(where: { $0.value <= 32 || $0 == "\\" }) else {
      throw MarkupFault(
        run.line, "href=\"\(text.prefix(60))\" is no https address", hint: "a link begins with https://")
    }
  }

  private mutating func picture(_ run: MarkupRun) throws(MarkupFault) {
    if run.units == [.tag(.init(kind: .raw, name: "."))], isInLogo { return }
    if let tag = run.tags.first {
      throw MarkupFault(
        run.line, "\(tag.written) stands within the address of a picture",
        hint: "write {{#logo}}<img alt=\"\" src=\"{{{.}}}\">{{/logo}} for the logo")
    }
    let address = try undone(run, in: "src")
    if let fault = DataPicture.fault(in: address) {
      throw MarkupFault(run.line, "src=\"\(address.prefix(60))\" \(fault)")
    }
    hasPictures = true
  }

  private func meta(_ attributes: [MarkupToken.Attribute], _ line: Int) throws(MarkupFault) {
    func value(_ name: String) throws(MarkupFault) -> String? {
      guard let run = attributes.first(where: { $0.name == name })?.value else { return nil }
      guard let text = CharacterReferences.undone(run.text()) else {
        throw MarkupFault(line, "\(name) of <meta> holds a reference that is not known", hint: "write the character")
      }
      return text.lowercased()
    }
    if let charset = try value("charset"), charset != "utf-8" {
      throw MarkupFault(
        line, "<meta charset=\"\(charset.prefix(40))\"> is not what a report is written in", hint: "write utf-8")
    }
    if let name = try value("name"), !PageWords.metas.contains(name) {
      throw MarkupFault(line, "<meta name=\"\(name.prefix(40))\"> has no place in a layout")
    }
    guard let header = try value("http-equiv") else { return }
    guard let contents = PageWords.headers[header] else {
      throw MarkupFault(line, "<meta http-equiv=\"\(header.prefix(40))\"> has no place in a layout")
    }
    if let contents, !contents.contains(try value("content") ?? "") {
      throw MarkupFault(
        line, "<meta http-equiv=\"\(header)\"> says what a report is not", hint: "write text/html; charset=utf-8")
    }
  }

  private func isPolicy(_ attributes: [MarkupToken.Attribute]) -> Bool {
    attributes.contains { $0.name == "http-equiv" && $0.value?.text().lowercased() == "content-security-policy" }
  }

  // MARK: Texts and tags

  private mutating func style(_ run: MarkupRun) throws(MarkupFault) {
    let text = try styled(run)
    try StyleCheck.sheet(text, line: run.line)
    if text.lowercased().contains("data:") { hasPictures = true }
  }

  /// A value without references, as a reader takes it.
  private func undone(_ run: MarkupRun, in name: String) throws(MarkupFault) -> String {
    guard let text = CharacterReferences.undone(try styled(run)) else {
      throw MarkupFault(run.line, "\(name) holds a reference that is not known", hint: "write the character")
    }
    return text
  }

  /// A run of style with a value of its kind in the place of each tag. Only podctl's own words may stand there: a
  /// campaign's name could be an address.
  private func styled(_ run: MarkupRun) throws(MarkupFault) -> String {
    for tag in run.tags {
      try requireKnown(tag, run.line)
      guard sample(tag) != nil else {
        throw MarkupFault(
          run.line, "\(tag.written) stands within a style", hint: "a style may hold colours of podctl's alone")
      }
    }
    return run.text { sample($0) ?? "" }
  }

  private func sample(_ tag: TemplateText.Tag) -> String? {
    switch (tag.kind, tag.name) {
    case (.raw, "style"): ""
    case (.raw, ".") where isInLogo: "data:image/png;base64,"
    case (.variable, "font"): EmailStyle.font
    case (.variable, "color"), (.variable, "rule"), (.variable, "faint"), (.variable, "ground"), (.variable, "paper"),
      (.variable, "ink"), (.variable, "soft"), (.variable, "accent"):
      EmailStyle.accent
    default: nil
    }
  }

  /// Tags in a text, or in a value or a comment, which is a text whose tags nobody sees. A section ends in the text in
  /// which it begins.
  private mutating func take(_ run: MarkupRun, isText: Bool) throws(MarkupFault) {
    let base = isText ? 0 : sections.count
    var line = run.line
    for unit in run.units {
      guard case .tag(let tag) = unit else {
        if unit == .scalar("\n") { line += 1 }
        continue
      }
      try requireKnown(tag, line)
      switch tag.kind {
      case .section, .inverted: sections.append(tag)
      case .end:
        guard sections.count > base, sections.last?.name == tag.name else {
          throw MarkupFault(
            line, "\(tag.written) ends nothing that begins here", hint: "each {{#name}} wants its {{/name}}")
        }
        sections.removeLast()
      case .raw:
        guard LayoutTemplate.markup.contains(tag.name), tag.name != "style", isText, element != "title" else {
          let isStyle = tag.name == "style" || tag.name == "."
          throw MarkupFault(
            line, "\(tag.written) would stand there as it is, unescaped",
            hint: isStyle
              ? "{{{style}}} stands in <style>, and {{{.}}} in <img src=\"…\"> of {{#logo}}"
              : LayoutTemplate.markup.contains(tag.name)
                ? "it may stand in the text alone" : "write {{\(tag.name)}}")
        }
      case .variable:
        if LayoutTemplate.markup.contains(tag.name) {
          throw MarkupFault(line, "\(tag.written) is markup", hint: "write {{{\(tag.name)}}}")
        }
      }
      if isText, element != "title" { found.insert(tag.name) }
    }
    guard sections.count == base || isText else {
      throw MarkupFault(
        run.line, "\(sections.last?.written ?? "") does not end in the value in which it begins",
        hint: MarkupFault.broken)
    }
  }

  /// Whether `.` is the logo's address. Where there is no logo, it is all that the report holds.
  private var isInLogo: Bool { sections.last == TemplateText.Tag(kind: .section, name: "logo") }

  private func requireKnown(_ tag: TemplateText.Tag, _ line: Int) throws(MarkupFault) {
    guard !known.contains(tag.name) else { return }
    throw MarkupFault(
      line, "\(tag.written) is not known",
      hint: Suggestion.nearest(to: tag.name, among: known).map { "did you mean \"\($0)\"?" }
        ?? "a layout of a \(kind.rawValue) knows \(known.joined(separator: ", "))")
  }

  private static func isBlank(_ unit: TemplateText.Unit) -> Bool {
    guard case .scalar(let scalar) = unit else { return false }
    return " \t\n\r\u{C}".unicodeScalars.contains(scalar)
  }

  /// HTML writes names of SVG in any case.
  private static let shapes = Set(DrawingWords.shapes.map { $0.lowercased() })
  private static let spelled = Dictionary(
    uniqueKeysWithValues: DrawingWords.attributes.union(DrawingWords.properties).map { ($0.lowercased(), $0) })
}
