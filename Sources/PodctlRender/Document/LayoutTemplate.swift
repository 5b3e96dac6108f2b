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
  static let markup: Set<String> = ["facts", "body", "style"]
  /// What a reader of a page may do with it: nothing is run, fetched or sent, whatever the layout says.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'IMAGES; base-uri 'none'; form-action 'none'"

  /// Checks a layout whole; throws `usage` with the line of what is wrong.
  public init(_ text: String, _ kind: Kind) throws(PodctlError) {
    guard text.utf8.count <= Self.largest else {
      throw PodctlError(.usage, "the layout has more than \(Self.largest / 1000) KB", hint: "make it smaller")
    }
    let check: LayoutCheck
    do { check = try LayoutCheck(try TemplateText(template: text), kind) } catch {
      throw PodctlError(.usage, "line \(error.line) of the layout: \(error.message)", hint: error.hint)
    }
    if let missing = Self.needed.first(where: { !check.found.contains($0) }) {
      throw PodctlError(
        .usage, "the layout leaves {{\(missing)}} out", hint: "begin with podctl's own layout",
        commands: ["podctl tenant brand show --layout \(kind.rawValue)"])
    }
    do { template = try MustacheTemplate(string: Self.guarded(text, check, kind)) } catch {
      throw PodctlError(
        .usage, "the layout is no Mustache: \(error)", hint: "each {{#name}} wants its {{/name}}",
        commands: ["podctl tenant brand show --layout \(kind.rawValue)"])
    }
    self.text = text
  }

  /// podctl's own, which a test holds to be good.
  init(own text: String, _ kind: Kind) {
    do { self = try LayoutTemplate(text, kind) } catch {
      preconditionFailure("podctl's own layout is not good: \(error)")
    }
  }

  func render(_ values: [String: Any]) -> String { template.render(values) }

  /// The layout with podctl's policy at the place where a reader heeds it, which is the beginning of the head. Mails have
  /// none: their readers know no policy.
  private static func guarded(_ text: String, _ check: LayoutCheck, _ kind: Kind) -> String {
    guard kind == .page else { return text }
    let images = check.hasPictures ? "; img-src data:" : "{{imageRule}}"
    let policy = Self.policy.replacing("IMAGES", with: images)
    let bytes = Array(text.utf8)
    var parts = String(decoding: bytes[..<check.headStart], as: UTF8.self)
    parts += "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
    var place = check.headStart
    for own in check.policies where own.lowerBound >= place {
      parts += String(decoding: bytes[place..<own.lowerBound], as: UTF8.self)
      place = own.upperBound
    }
    return parts + String(decoding: bytes[place...], as: UTF8.self)
  }
}
