/// Holds a style to what only draws: rules, properties and functions that are known, and pictures that lie in the style
/// itself.
struct StyleCheck {
  private var tokens: StyleTokenizer
  private var token: StyleToken?
  /// The line of `token`.
  private var line: Int

  private init(_ text: String, line: Int) throws(MarkupFault) {
    tokens = StyleTokenizer(text, line: line)
    self.line = line
    try step()
  }

  /// A style sheet.
  static func sheet(_ text: String, line: Int) throws(MarkupFault) {
    var check = try StyleCheck(text, line: line)
    try check.rules(depth: 0)
    if check.token != nil { throw MarkupFault(check.line, "a } ends nothing", hint: MarkupFault.broken) }
  }

  /// The value of a `style` attribute.
  static func declarations(_ text: String, line: Int) throws(MarkupFault) {
    var check = try StyleCheck(text, line: line)
    try check.declarations(inPage: false)
    if check.token != nil { throw MarkupFault(check.line, "a } ends nothing", hint: MarkupFault.broken) }
  }

  /// The value of one property, as an attribute of SVG has it.
  static func value(_ text: String, line: Int) throws(MarkupFault) {
    var check = try StyleCheck(text, line: line)
    try check.value()
    if check.token != nil {
      throw MarkupFault(check.line, "\"\(text)\" is more than one value", hint: MarkupFault.broken)
    }
  }

  /// Goes on to the next token. Each is looked at here, wherever it stands: a place that was misread lets nothing through.
  private mutating func step() throws(MarkupFault) {
    token = try tokens.next()
    line = tokens.line
    switch token {
    case .function(let name) where !StyleWords.functions.contains(name):
      throw MarkupFault(line, "\(name)() is no function that a layout may use")
    case .rule(let name) where !StyleWords.rules.contains(name) && !StyleWords.margins.contains(name):
      throw MarkupFault(line, "@\(name) is no rule that a layout may use")
    case .address(let address):
      // A part of the same document is a colour or a clip of SVG.
      guard !address.hasPrefix("#") else { return }
      if let fault = DataPicture.fault(in: address) { throw MarkupFault(line, "url(\(address.prefix(60))) \(fault)") }
    case .sign("<"): throw MarkupFault(line, "a \"<\" has no place in a style")
    default: break
    }
  }

  private mutating func skipBlanks() throws(MarkupFault) {
    while token == .blank { try step() }
  }

  /// Rules up to a brace that closes them, or the end.
  private mutating func rules(depth: Int) throws(MarkupFault) {
    guard depth < 8 else { throw MarkupFault(line, "rules lie too deep in each other", hint: MarkupFault.broken) }
    while true {
      try skipBlanks()
      guard let token, token != .sign("}") else { return }
      guard case .rule(let name) = token else {
        try prelude()
        try block { check throws(MarkupFault) in try check.declarations(inPage: false) }
        continue
      }
      guard StyleWords.rules.contains(name) else { throw MarkupFault(line, "@\(name) stands outside of @page") }
      try step()
      try prelude()
      try block { check throws(MarkupFault) in
        if name == "page" { try check.declarations(inPage: true) } else { try check.rules(depth: depth + 1) }
      }
    }
  }

  /// What stands before a block.
  private mutating func prelude() throws(MarkupFault) {
    let begin = line
    while let token, token != .sign("{") {
      if token == .sign("}") || token == .sign(";") { break }
      if case .rule(let name) = token { throw MarkupFault(line, "@\(name) stands within a rule") }
      try step()
    }
    guard token == .sign("{") else { throw MarkupFault(begin, "a rule has no { of its own", hint: MarkupFault.broken) }
  }

  private mutating func block(
    _ content: (inout StyleCheck) throws(MarkupFault) -> Void
  ) throws(MarkupFault) {
    let begin = line
    try step()
    try content(&self)
    guard token == .sign("}") else { throw MarkupFault(begin, "a { has no }", hint: MarkupFault.broken) }
    try step()
  }

  /// Declarations up to a brace that closes them, or the end.
  private mutating func declarations(inPage: Bool) throws(MarkupFault) {
    while true {
      try skipBlanks()
      guard let token, token != .sign("}") else { return }
      if token == .sign(";") {
        try step()
        continue
      }
      if case .rule(let name) = token {
        guard inPage, StyleWords.margins.contains(name) else {
          throw MarkupFault(line, "@\(name) stands within a rule")
        }
        try step()
        try skipBlanks()
        guard self.token == .sign("{") else { throw MarkupFault(line, "@\(name) has no {", hint: MarkupFault.broken) }
        try block { check throws(MarkupFault) in try check.declarations(inPage: false) }
        continue
      }
      guard case .word(let name) = token else {
        throw MarkupFault(line, "a property is wanted here", hint: "write name: value;")
      }
      guard StyleWords.isProperty(name) else { throw MarkupFault(line, "\(name) is no property that a layout may use") }
      try step()
      try skipBlanks()
      guard self.token == .sign(":") else {
        throw MarkupFault(line, "\(name) is followed by no \":\"", hint: "write name: value;")
      }
      try step()
      try value()
    }
  }

  /// A value up to what ends it.
  private mutating func value() throws(MarkupFault) {
    var open: [Unicode.Scalar] = []
    while let token {
      switch token {
      case .function: open.append(")")
      case .sign("("): open.append(")")
      case .sign("["): open.append("]")
      case .sign("{"): throw MarkupFault(line, "a { has no place in a value", hint: MarkupFault.broken)
      case .sign(let sign) where sign == ")" || sign == "]":
        guard open.popLast() == sign else {
          throw MarkupFault(line, "a \(sign) ends nothing", hint: MarkupFault.broken)
        }
      case .sign(let sign) where sign == ";" || sign == "}":
        guard open.isEmpty else { throw MarkupFault(line, "a ( has no )", hint: MarkupFault.broken) }
        return
      case .rule(let name): throw MarkupFault(line, "@\(name) stands within a value")
      default: break
      }
      try step()
    }
    guard open.isEmpty else { throw MarkupFault(line, "a ( has no )", hint: MarkupFault.broken) }
  }
}
