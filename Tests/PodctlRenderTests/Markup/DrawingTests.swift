import PodctlCore
import PodctlRender
import Testing

@Suite("What a logo may be") struct DrawingTests {
  private static let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

  static let active: [String] = [
    "<script>a()</script>", "<rect onclick=\"a()\"/>", "<image href=\"http://a.example/x\"/>",
    "<image xlink:href=\"file:///etc/hostname\"/>", "<image href=\"data:image/svg+xml,%3Csvg/%3E\"/>",
    "<use href=\"http://a.example/x#a\"/>", "<foreignObject><p/></foreignObject>", "<a href=\"https://a.example\"/>",
    "<animate attributeName=\"x\"/>", "<set attributeName=\"href\" to=\"x\"/>", "<feImage href=\"#a\"/>",
    "<style>@import 'http://a.example/x';</style>", "<style>&#64;import 'x';</style>",
    "<style><![CDATA[ rect { fill: url(http://a.example/x) } ]]></style>",
    "<rect style=\"fill:url(http://a.example)\"/>",
    "<rect fill=\"url(//a.example/x)\"/>", "<rect fill=\"u&#114;l(http://a.example)\"/>",
    "<rect xml:base=\"http://a.example\"/>",
    "<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"x\"/>", "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
    "<g xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\"/>",
    "<text>&lol;</text>", "<?xml-stylesheet href=\"http://a.example\"?>", "<!DOCTYPE svg [<!ENTITY a \"b\">]>", "<g>",
    "</g>",
    "<rect width=9/>", "<rect width=\"9\" width=\"8\"/>", "<text>a < b</text>", "<!-- -- -->",
    String(repeating: "<use href=\"#a\"/>", count: 25), String(repeating: "<g>", count: 200),
  ]

  @Test("a drawing that runs, fetches or is no whole drawing is refused with its line", arguments: active)
  func refused(_ what: String) {
    let fault = #expect(throws: PodctlError.self) {
      try Brand.Logo(file: Array("\(Self.start)\n\(what)</svg>".utf8))
    }
    #expect(fault?.code == .usage && fault?.message.hasPrefix("line ") == true, "\(fault?.message ?? "")")
  }

  @Test(
    "what only contains the word of a drawing is none",
    arguments: [
      "#!/bin/sh <svg", "<html><svg/></html>", "<svg", "<!DOCTYPE svg PUBLIC \"a\" \"http://b\"><svg/>", "<svg/><svg/>",
      "<svg/>a()", "<?xml version=\"1.0\" encoding=\"utf-16\"?><svg/>", "<?xml version=\"1.0\"?><x><svg/></x>", "text",
      "<?xml-stylesheet href=\"x\"?><svg/>",
    ])
  func none(_ text: String) {
    #expect(throws: PodctlError.self) { try Brand.Logo(file: Array(text.utf8)) }
  }

  static let plain: [String] = [
    """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <!-- Generator: an editor -->
    \(start)
    <title>Harbour</title>
    <defs>
      <linearGradient id="a" x1="0" x2="1" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient>
      <radialGradient id="b" xlink:href="#a"/><clipPath id="c"><use xlink:href="#d"/></clipPath>
      <style type="text/css">.st0{fill:url(#a);} <![CDATA[ .st1 > path { fill: #0b5560 } ]]></style>
    </defs>
    <g class="st0" transform="translate(1 2)" style="fill:url(#a);stroke:none" filter="url(#f)"><path id="d" d="M0 0z"/></g>
    <text x="1" y="2" font-family="Helvetica, Arial">On time &amp; at sea &#169;</text>
    <image width="9" height="9" xlink:href="data:image/png;base64,iVBORw0KGgo="/>
    </svg>
    """,
    """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
      xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:cc="http://creativecommons.org/ns#" inkscape:version="1.2" viewBox="0 0 9 9">
    <sodipodi:namedview pagecolor="#ffffff" inkscape:zoom="1"/><metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata>
    <rect width="9" height="9" aria-label="a"/></svg>
    """, "\u{FEFF}<svg width='1' height='1'/>\n",
  ]

  @Test(
    "a plain drawing is taken: gradients, styles, text, a picture within it, an editor's own notes", arguments: plain)
  func taken(_ text: String) throws {
    #expect(try Brand.Logo(file: Array(text.utf8)).type == "image/svg+xml")
  }

  @Test("a look that an older podctl stored is told of, and not used")
  func older() throws {
    let logo = Brand.Logo(type: "image/svg+xml", bytes: Array("\(Self.start)<script>a()</script></svg>".utf8))
    let page = LayoutTemplate.own(.page).text.replacing("<footer>", with: "<script>a()</script><footer>")
    let mail = LayoutTemplate.own(.mail).text.replacing("</body>", with: "<i>{{{heading}}}</i></body>")
    let brand = Brand(logo: logo, pageTemplate: page, mailTemplate: mail)
    #expect(brand.faults.map(\.code) == [.usage, .usage, .usage])
    #expect(Brand(pageTemplate: LayoutTemplate.own(.page).text).faults.isEmpty)
    var document = Document(
      title: "T", masthead: .init(kicker: "k", heading: "<b>h", subheading: "s", facts: [], verdict: nil), sections: [],
      footer: ["f"])
    document.brand = brand
    #expect(!document.htmlText.contains("<script>") && !document.htmlText.contains("data:image"))
    #expect(!document.email().html.contains("<i>") && document.email().html.contains("&lt;b&gt;h"))
  }
}
