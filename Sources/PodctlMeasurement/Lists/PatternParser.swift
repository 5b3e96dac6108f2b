/// A pattern of an agent list as a tree.
indirect enum PatternNode: Equatable {
  case empty
  case set(ByteSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// At least `least` times, at most `most` (nil for any number). Lazy or greedy is the same: only whether a pattern
  /// matches is asked.
  case repeated(PatternNode, least: Int, most: Int?)
  case start
  case end
  case wordEdge(isEdge: Bool)
}

/// Reads the regular expressions that agent lists are written in: literals, classes, groups, choices, repeats, anchors.
/// Look-around, back-references and inline flags are refused.
struct PatternParser {
  struct Fault: Error, Equatable { var message: String }

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  static func parse(_ pattern: String) throws(Fault) -> PatternNode {
    var parser = PatternParser(scalars: Array(pattern.unicodeScalars))
    let node = try parser.choice()
    guard parser.at == parser.scalars.count else { throw Fault(message: "it has a ) without its (") }
    return node
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func choice() throws(Fault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw Fault(message: "its groups lie too deep") }
    var branches = [try sequence()]
    while next == "|" {
      at += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Fault) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      parts.append(try repeats(of: try atom()))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeats(of atom: PatternNode) throws(Fault) -> PatternNode {
    var node = atom
    while let scalar = next {
      let bounds: (Int, Int?)
      switch scalar {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{": bounds = try counts()
      default: return node
      }
      at += 1
      if next == "?" || next == "+" { at += 1 }
      node = .repeated(node, least: bounds.0, most: bounds.1)
    }
    return node
  }

  /// `{2}`, `{2,}` or `{2,3}`; stops before the closing brace.
  private mutating func counts() throws(Fault) -> (Int, Int?) {
    var text = ""
    at += 1
    while let scalar = next, scalar != "}" {
      text.unicodeScalars.append(scalar)
      at += 1
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard next == "}", let least = parts.first.flatMap({ Int($0) }), (0...1000).contains(least), parts.count <= 2 else {
      throw Fault(message: "its {…} is not a count")
    }
    if parts.count == 1 { return (least, least) }
    if parts[1].isEmpty { return (least, nil) }
    guard let most = Int(parts[1]), (least...1000).contains(most) else {
      throw Fault(message: "its {…} is not a count")
    }
    return (least, most)
  }

  private mutating func atom() throws(Fault) -> PatternNode {
    let scalar = scalars[at]
    at += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case ".": return .anyCharacter
    case "[": return try characterClass()
    case "(": return try group()
    case "\\": return try escape()
    case "*", "+", "?": throw Fault(message: "its \(scalar) repeats nothing")
    default: return .literal(scalar)
    }
  }

  private mutating func group() throws(Fault) -> PatternNode {
    if next == "?" {
      guard at + 1 < scalars.count, scalars[at + 1] == ":" else {
        throw Fault(message: "look-around, named groups and flags are not supported")
      }
      at += 2
    }
    let node = try choice()
    guard next == ")" else { throw Fault(message: "it has a ( without its )") }
    at += 1
    return node
  }

  private mutating func escape() throws(Fault) -> PatternNode {
    guard let scalar = next else { throw Fault(message: "it ends in a backslash") }
    at += 1
    switch scalar {
    case "d": return .set(.digits)
    case "s": return .set(.blanks)
    case "w": return .set(.wordBytes)
    case "D": return .characters(ByteSet.digits.asciiComplement)
    case "S": return .characters(ByteSet.blanks.asciiComplement)
    case "W": return .characters(ByteSet.wordBytes.asciiComplement)
    case "b": return .wordEdge(isEdge: true)
    case "B": return .wordEdge(isEdge: false)
    default: return .literal(try PatternParser.escaped(scalar))
    }
  }

  /// What a backslash makes of a character that stands for no class.
  private static func escaped(_ scalar: Unicode.Scalar) throws(Fault) -> Unicode.Scalar {
    switch scalar {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "f": return "\u{c}"
    case _ where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar):
      throw Fault(message: "\\\(scalar) is not supported")
    default: return scalar
    }
  }

  private mutating func characterClass() throws(Fault) -> PatternNode {
    var set = ByteSet()
    let isNegated = next == "^"
    if isNegated { at += 1 }
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      at += 1
      guard let low = try member(scalar, &set) else { continue }
      // A hyphen makes a range unless it is the last in the class.
      guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
        set.insert(low)
        continue
      }
      let upper = scalars[at + 1]
      at += 2
      guard let high = try member(upper, &set), low <= high else { throw Fault(message: "its class has a bad range") }
      for byte in low...high { set.insert(byte) }
    }
    guard next == "]" else { throw Fault(message: "it has a [ without its ]") }
    at += 1
    return isNegated ? .characters(set.asciiComplement) : .set(set)
  }

  /// One member of a class as a byte; nil when it was a class of its own, which is added at once.
  private mutating func member(_ scalar: Unicode.Scalar, _ set: inout ByteSet) throws(Fault) -> UInt8? {
    var character = scalar
    if scalar == "\\" {
      guard let name = next else { throw Fault(message: "it ends in a backslash") }
      at += 1
      switch name {
      case "d": set.formUnion(.digits)
      case "s": set.formUnion(.blanks)
      case "w": set.formUnion(.wordBytes)
      default:
        character = try PatternParser.escaped(name)
        guard character.isASCII else { throw Fault(message: "only ASCII is supported in a class") }
        return UInt8(character.value)
      }
      return nil
    }
    guard character.isASCII, character != "[" else { throw Fault(message: "only plain ASCII is supported in a class") }
    return UInt8(character.value)
  }
}

extension PatternNode {
  /// One character, which is one to four bytes.
  static func literal(_ scalar: Unicode.Scalar) -> PatternNode {
    let bytes = Array(String(scalar).utf8)
    return bytes.count == 1 ? .set(ByteSet(bytes)) : .sequence(bytes.map { .set(ByteSet([$0])) })
  }

  /// One character of an ASCII set or any beyond ASCII. The bytes that follow a first one can match nothing but
  /// themselves here, so that their number need not be counted.
  static func characters(_ ascii: ByteSet) -> PatternNode {
    var first = ascii
    first.formUnion(.lead)
    return .sequence([.set(first), .repeated(.set(.continuation), least: 0, most: nil)])
  }

  static var anyCharacter: PatternNode { .characters(ByteSet([10]).asciiComplement) }
}
