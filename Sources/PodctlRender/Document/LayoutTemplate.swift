import Mustache
import PodctlCore

/// A layout in Mustache: what stands around the blocks of a report. A tenant may have one of its own for pages and one
/// for mails; it arranges what podctl says, and cannot leave the figures or the last lines out.
public struct LayoutTemplate: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case page, mail }

  /// The most bytes; a layout is part of every page and mail.
  public static let largest = 60_000

  public let text: String
  private let template: MustacheTemplate

  /// What each kind of layout may name; docs/reports.md says what it stands for.
  public static func tags(_ kind: Kind) -> [String] {
    let common = [
      "title", "kicker", "heading", "subheading", "verdict", "word", "sentence", "facts", "sections", "body", "footer",
      ".",
    ]
    switch kind {
    case .page: return common + ["style", "logo", "imageRule", "tone", "id"]
    case .mail:
      return common + ["preheader", "color", "faint", "rule", "ground", "paper", "font", "ink", "soft", "accent"]
    }
  }

  /// Without these a report would be none.
  static let needed = ["heading", "sections", "body", "footer"]
  /// Made of markup already: escaped once more, a reader would see it.
  private static let markup: Set<String> = ["facts", "body", "style"]
  /// What runs or fetches something. Mails with such are thrown away, and pages must be readable in ten years.
  private static let forbidden = [
    "<script", "<iframe", "<object", "<embed", "<link", "<base", "http-equiv=\"refresh", "javascript:", "@import",
    "src=\"http", "src='http", "src=\"//", "src='//", "url(http", "url(\"http", "url('http", "url(//",
  ]

  /// Checks a layout whole; throws `usage` with the line of what is wrong.
  public init(_ text: String, _ kind: Kind) throws(PodctlError) {
    guard text.utf8.count <= Self.largest else {
      throw PodctlError(.usage, "the layout has more than \(Self.largest / 1000) KB", hint: "make it smaller")
    }
    let lowered = text.lowercased()
    for word in Self.forbidden {
      if let place = lowered.firstRange(of: word) {
        throw Self.fault(
          "\(word) has no place in a layout", at: place.lowerBound, in: lowered,
          hint: "a report runs nothing and fetches nothing; a logo is set by --logo")
      }
    }
    let found = try Self.check(text, kind)
    if let missing = Self.needed.first(where: { !found.contains($0) }) {
      throw PodctlError(
        .usage, "the layout leaves {{\(missing)}} out", hint: "begin with podctl's own layout",
        commands: ["podctl tenant brand show --layout \(kind.rawValue)"])
    }
    do { template = try MustacheTemplate(string: text) } catch {
      throw PodctlError(
        .usage, "the layout is no Mustache: \(error)", hint: "each {{#name}} wants its {{/name}}",
        commands: ["podctl tenant brand show --layout \(kind.rawValue)"])
    }
    self.text = text
  }

  /// podctl's own, which a test holds to be good.
  init(own text: String) {
    do { template = try MustacheTemplate(string: text) } catch {
      preconditionFailure("podctl's own layout does not parse: \(error)")
    }
    self.text = text
  }

  func render(_ values: [String: Any]) -> String { template.render(values) }

  /// The names that a layout uses.
  private static func check(_ text: String, _ kind: Kind) throws(PodctlError) -> Set<String> {
    let known = tags(kind)
    var found: Set<String> = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        throw fault("{{ has no }}", at: open.lowerBound, in: text, hint: nil)
      }
      let tag = rest[open.upperBound..<close.lowerBound]
      rest = rest[close.upperBound...]
      guard let mark = tag.first, mark != "!" else { continue }
      let isRaw = mark == "{" || mark == "&"
      let name = String(tag.drop { "#^/&{ ".contains($0) }).trimming(" ")
      guard known.contains(name) else {
        throw fault(
          "{{\(name)}} is not known", at: open.lowerBound, in: text,
          hint: Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
            ?? "a layout of a \(kind.rawValue) knows \(known.joined(separator: ", "))")
      }
      if markup.contains(name), !isRaw {
        throw fault("{{\(name)}} is markup", at: open.lowerBound, in: text, hint: "write {{{\(name)}}}")
      }
      found.insert(name)
    }
    return found
  }

  private static func fault(
    _ message: String, at place: String.Index, in text: String, hint: String?
  ) -> PodctlError {
    let line = text[..<place].count { $0 == "\n" } + 1
    return PodctlError(.usage, "line \(line) of the layout: \(message)", hint: hint)
  }
}

extension String {
  fileprivate func trimming(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text.drop { $0 == character })
  }
}
