/// A part of markup.
enum MarkupToken {
  /// An attribute: its name as it was written, and its value, which in HTML may be left out.
  struct Attribute {
    var name: String
    var value: MarkupRun?
    var line: Int
  }

  case text(MarkupRun)
  case start(name: String, attributes: [Attribute], isClosed: Bool, line: Int)
  case end(name: String, line: Int)
  case comment(MarkupRun)
  /// `<!doctype …>`, in HTML.
  case doctype
  /// `<?xml …?>`, with what stands in it.
  case declaration(String, line: Int)
}
