import CYaml
import PodctlCore
import Yams

/// The one door by which YAML comes in. An alias is written in two letters and stands for all that it names, so that a few
/// hundred bytes can be a billion values: they are counted before any of them is made.
enum BoundedYAML {
  /// Why a text is not read any further.
  enum Excess: Error, CustomStringConvertible {
    case depth
    case size

    var description: String {
      switch self {
      case .depth: "it is nested more than \(BoundedYAML.deepest) deep"
      case .size: "its aliases stand for more than podctl writes out"
      }
    }
  }

  static let deepest = 64

  /// The text as a tree; nil where it is empty. Throws `Excess`, or a `YamlError`.
  static func node(of text: String) throws -> Node? {
    try check(text)
    return try Yams.compose(yaml: text)
  }

  /// The text as a value. Throws `Excess`, or what `YAMLDecoder` throws.
  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try check(text)
    return try YAMLDecoder().decode(type, from: text)
  }

  /// What a node comes to with everything below it.
  private struct Weight {
    var values: Int
    var bytes: Int

    init(values: Int = 0, bytes: Int = 0) {
      self.values = values
      self.bytes = bytes
    }
  }

  /// Reads what the parser says, one event after another, and adds up. What is no YAML is left to whoever reads it next.
  private static func check(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { throw Excess.size }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var tally = Tally(textSize: bytes.count)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1, event.type != YAML_STREAM_END_EVENT else { return }
        defer { yaml_event_delete(&event) }
        try tally.take(event)
      }
    }
  }

  /// Adds up what a text's nodes come to.
  private struct Tally {
    private var anchors: [String: Weight] = [:]
    /// The text, and in it the collections that are open.
    private var open: [(anchor: String?, weight: Weight)] = [(nil, Weight())]
    private let textSize: Int

    init(textSize: Int) { self.textSize = textSize }

    mutating func take(_ event: yaml_event_t) throws(Excess) {
      switch event.type {
      case YAML_ALIAS_EVENT: try add(anchors[name(event.data.alias.anchor) ?? ""] ?? Weight())
      case YAML_SCALAR_EVENT:
        let weight = Weight(values: 1, bytes: event.data.scalar.length)
        if let anchor = name(event.data.scalar.anchor) { anchors[anchor] = weight }
        try add(weight)
      case YAML_SEQUENCE_START_EVENT: try begin(event.data.sequence_start.anchor)
      case YAML_MAPPING_START_EVENT: try begin(event.data.mapping_start.anchor)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        let closed = open.removeLast()
        if let anchor = closed.anchor { anchors[anchor] = closed.weight }
        try add(closed.weight)
      default: break
      }
    }

    private mutating func begin(_ anchor: UnsafeMutablePointer<yaml_char_t>?) throws(Excess) {
      open.append((name(anchor), Weight(values: 1)))
      guard open.count <= deepest + 1 else { throw .depth }
    }

    private mutating func add(_ weight: Weight) throws(Excess) {
      let index = open.count - 1
      open[index].weight.values += weight.values
      open[index].weight.bytes += weight.bytes
      guard open[index].weight.values <= max(20_000, textSize), open[index].weight.bytes <= max(1 << 20, 2 * textSize)
      else { throw .size }
    }
  }

  private static func name(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
  }
}
