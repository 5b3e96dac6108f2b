import PodctlCore

/// The format that logs are read in: found from their first lines, or said.
public struct FormatChoice: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case detected
    case cloudFront
    case combined
    /// One of these: some logs are written as a table and as JSON.
    case schemas([LogSchema])
  }

  /// How the choice was made, in the words in which it can be made again.
  public enum Origin: Sendable, Equatable {
    case detected
    case named(String)
    /// The text of a mapping file.
    case mapped(String)
  }

  var kind: Kind
  public let origin: Origin

  /// Each log's own, found from its first lines.
  public static let detected = FormatChoice(kind: .detected, .detected)

  /// The names that can be said, sorted.
  public static let names: [String] = {
    let tables = LogSchema.known.map(\.name)
    return Set(tables + ["cloudfront", "combined"]).sorted()
  }()

  private init(kind: Kind, _ origin: Origin) {
    self.kind = kind
    self.origin = origin
  }

  /// The format that the text of a mapping file describes.
  init(_ schema: LogSchema, mappedBy text: String = "") { self.init(kind: .schemas([schema]), .mapped(text)) }

  /// A format by its name, `cloudfront-realtime:` with the fields of its configuration; throws `usage` with a suggestion.
  public init(named text: String) throws(PodctlError) {
    origin = .named(text)
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch parts[0] {
    case "cloudfront": kind = .cloudFront
    case "combined": kind = .combined
    case "cloudfront-realtime": kind = .schemas([.cloudFrontRealtime()])
    default:
      let schemas = LogSchema.known.filter { $0.name == parts[0] }
      guard !schemas.isEmpty else {
        let nearest = Suggestion.nearest(to: parts[0], among: FormatChoice.names)
        throw PodctlError(
          .usage, "there is no log format \"\(parts[0])\"",
          hint: (nearest.map { "did you mean \($0)? " } ?? "")
            + "the formats are \(FormatChoice.names.joined(separator: ", ")); others are read with --format-map")
      }
      kind = .schemas(schemas)
    }
    guard parts.count > 1 else { return }
    guard parts[0] == "cloudfront-realtime" else {
      throw PodctlError(
        .usage, "the format \(parts[0]) takes no list of fields",
        hint: "only cloudfront-realtime has no order of its own")
    }
    let fields = parts[1].split(separator: ",").map { $0.trimmingWhitespace }
    let schema = LogSchema.cloudFrontRealtime([fields])
    if let missing = LogLayout(schema, names: fields, hasHeader: false).missing {
      let names = schema.columns.filter { missing.contains($0.field) }.flatMap(\.names)
      throw PodctlError(
        .usage, "the list of fields lacks \(names.joined(separator: " or ")), without which nothing can be counted",
        hint: "write the fields of the real-time configuration in their order, with commas between")
    }
    kind = .schemas([schema])
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
