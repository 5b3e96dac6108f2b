import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

@Suite("layouts of a tenant's own") struct LayoutTemplateTests {
  private static let small =
    "<h1>{{heading}}</h1>{{#sections}}<h2>{{title}}</h2>{{{body}}}{{/sections}}"
    + "{{#footer}}<p>{{.}}</p>{{/footer}}"

  private static func document() throws -> Document {
    let parts = SampleReports.page(try SampleReports.weekly(), revision: 1)
    return SponsorReportPage(report: parts.report, revision: parts.revision, command: parts.command).document
  }

  @Test("podctl's own layouts pass the check that a tenant's must pass, and give the same page and mail")
  func own() throws {
    let plain = try Self.document()
    let own = Brand(
      pageTemplate: try LayoutTemplate(LayoutTemplate.own(.page).text, .page).text,
      mailTemplate: try LayoutTemplate(LayoutTemplate.own(.mail).text, .mail).text)
    #expect(plain.branded(own).htmlText == plain.htmlText)
    #expect(plain.branded(own).email() == plain.email())
  }

  @Test("a page and a mail come in the tenant's layout, with all figures and last lines, escaped where they are text")
  func used() throws {
    let layout = try LayoutTemplate("<main class=\"ours\">" + Self.small + "</main>", .page).text
    let plain = try Self.document()
    var document = plain.branded(Brand(footer: "Harbour <b>Network</b>", pageTemplate: layout, mailTemplate: layout))
    document.masthead.heading = "Kettle & Crane"
    let policy =
      "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      + "base-uri 'none'; form-action 'none'\">"
    for (text, head) in [(document.htmlText, policy), (document.email().html, "")] {
      #expect(text.hasPrefix(head + "<main class=\"ours\"><h1>Kettle &amp; Crane</h1>"))
      #expect(text.contains("Harbour &lt;b&gt;Network&lt;/b&gt;") && text.contains("<table"))
      #expect(text.contains("PTMG 2.3 rules applied; not certified."))
    }
    #expect(document.email().plain.contains("Kettle & Crane"))
  }

  private static let faults: [(text: String, message: String, hint: String)] = [
    ("\n{{headling}}" + small, "line 2", "did you mean \"heading\""),
    (small.replacing("{{{body}}}", with: "{{body}}"), "is markup", "{{{body}}}"),
    (small.replacing("{{#footer}}<p>{{.}}</p>{{/footer}}", with: ""), "leaves {{footer}} out", "own layout"),
    (small + "\n\n<SCRIPT>", "line 3", "runs nothing"),
    (small + "<img src=\"https://x.example/a.png\">", "src=\"http", "fetches nothing"),
    (small + "{{>other}}", "is not known", "knows"),
    (small + "{{=<% %>=}}", "is not known", "knows"),
    (small + "{{tone", "has no }}", "mend it"),
    (small + "{{#verdict}}", "no Mustache", "wants its"),
    (small + String(repeating: "x", count: LayoutTemplate.largest), "60 KB", "smaller"),
  ]

  @Test("what is wrong is refused with its line and what to do", arguments: faults)
  func refused(text: String, message: String, hint: String) {
    let fault = #expect(throws: PodctlError.self) { try LayoutTemplate(text, .page) }
    #expect(fault?.code == .usage && fault?.message.contains(message) == true, "\(fault?.message ?? "")")
    #expect(hint.isEmpty || fault?.hint?.contains(hint) == true, "\(fault?.hint ?? "")")
  }

  @Test("the policy is podctl's, first in the head, and allows pictures that lie in the page where there are any")
  func policy() throws {
    let head = "<!doctype html>\n<!-- ours -->\n<html lang=\"en\">\n<head data-a=\"b\">"
    let own = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src *\">"
    let pictures = [
      "<img alt=\"\" src=\"data:image/png;base64,iVBORw0KGgo=\">", "<p style=\"background:url(data:image/png,a)\">",
      "<style>p { background: url(data:image/png,a) }</style>",
    ]
    for more in [""] + pictures {
      let layout = try LayoutTemplate(
        "\(head)\(own)<title>{{title}}</title></head><body>\(Self.small)\(more)</body></html>", .page)
      let page = try Self.document().branded(Brand(pageTemplate: layout.text)).htmlText
      let images = more.isEmpty ? "" : "; img-src data:"
      #expect(
        page.hasPrefix(
          head + "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + "style-src 'unsafe-inline'\(images); base-uri 'none'; form-action 'none'\"><title>"), "\(more)")
      #expect(!page.contains("default-src *"))
    }
  }

  @Test("a page's tag is none of a mail's")
  func kinds() {
    #expect(throws: PodctlError.self) { try LayoutTemplate(Self.small + "{{{style}}}", .mail) }
    #expect(throws: Never.self) { try LayoutTemplate(Self.small + "{{preheader}}", .mail) }
  }
}
