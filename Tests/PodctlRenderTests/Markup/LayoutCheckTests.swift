import PodctlCore
import PodctlRender
import Testing

@Suite("What a layout may hold") struct LayoutCheckTests {
  /// podctl's own layout with something put in before its last lines, as a tenant would.
  private static func layout(_ what: String, _ kind: LayoutTemplate.Kind) -> String {
    let own = LayoutTemplate.own(kind).text
    return own.replacing(
      kind == .page ? "<footer>" : "</body>", with: what + "\n" + (kind == .page ? "<footer>" : "</body>"))
  }

  /// The line of podctl's own layout that the thing comes to stand on.
  private static func line(_ kind: LayoutTemplate.Kind) throws -> Int {
    let own = LayoutTemplate.own(kind).text
    let place = try #require(own.firstRange(of: kind == .page ? "<footer>" : "</body>"))
    return own[..<place.lowerBound].count { $0 == "\n" } + 1
  }

  static let active: [String] = [
    // Pictures from elsewhere, in every way in which an address can be written.
    "<img src=http://a.example/x.png>", "<img src = 'http://a.example/x.png'>", "<img src=\"//a.example/x\">",
    "<IMG SRC=\"https://a.example/x\">", "<img src=\"x.png\">", "<img src=\"&#104;ttp://a.example/x\">",
    "<img src=\"data:text/html,x\">", "<img src=\"data:image/svg+xml,%3Csvg%20onload='x()'%3E%3C/svg%3E\">",
    "<img src=\"data:image/svg+xml;base64,PHN2Zz48c2NyaXB0PmEoKTwvc2NyaXB0Pjwvc3ZnPg==\">",
    "<img srcset=\"http://a.example/x.png 1x\">", "<img alt=\"\" lowsrc=\"http://a.example/x\">",
    "<picture><source srcset=\"http://a.example/x\"></picture>", "<video poster=\"http://a.example/x\"></video>",
    "<audio src=\"http://a.example/x\"></audio>", "<input type=image src=\"http://a.example/x\">",
    "<table background=\"http://a.example/x\"></table>", "<body background=\"http://a.example/x\">",
    "<object data=\"http://a.example/x\"></object>", "<embed src=\"http://a.example/x\">",
    "<iframe src=\"http://a.example/x\"></iframe>", "<frameset></frameset>", "<applet></applet>",
    "<svg><image href=\"http://a.example/x\"/></svg>", "<svg><use href=\"http://a.example/x#a\"/></svg>",
    "<svg><feImage href=\"http://a.example/x\"/></svg>", "<svg><foreignObject></foreignObject></svg>",
    "<svg><style>@import 'http://a.example/x';</style></svg>", "<svg fill=\"url(http://a.example/x#a)\"></svg>",
    "<svg><title><img src=\"x\"></title></svg>", "<math><mtext></mtext></math>",
    // Programs.
    "<script>a()</script>", "<SCRIPT/src=x>", "<img src=\"data:image/png;base64,AA==\" onerror=a()>",
    "<p onclick='a()'>x</p>", "<p ONMOUSEOVER=\"a()\">x</p>", "<svg onload=a()></svg>",
    "<svg><script>a()</script></svg>", "<svg><animate attributeName=\"href\" to=\"x\"/></svg>",
    "<a href=\"javascript:a()\">x</a>", "<a href=\"java&#115;cript:a()\">x</a>",
    "<a href=\"java&Tab;script:a()\">x</a>",
    "<a href=\" https://a.example\">x</a>", "<a href=\"vbscript:a()\">x</a>", "<a href=\"data:text/html,x\">x</a>",
    "<template></template>", "<noscript></noscript>", "<marquee></marquee>", "<plaintext>", "<xmp></xmp>",
    // What leads away, or sends something.
    "<meta http-equiv='refresh' content='0;url=http://a.example'>", "<meta http-equiv=set-cookie content=a>",
    "<meta http-equiv=\"REFRESH\" content=\"0\">", "<meta charset=\"utf-7\">", "<meta name=\"referrer\" content=\"x\">",
    "<base href=\"http://a.example/\">", "<form action=\"http://a.example\"></form>",
    "<button formaction=\"x\">x</button>",
    "<a href=\"https://a.example\" ping=\"http://a.example\">x</a>", "<a href=\"http://a.example\">x</a>",
    "<a href=\"file:///etc/hostname\">x</a>", "<a rel=\"attachment\" href=\"https://a.example\">x</a>",
    "<a rel='noopener attachment' href='#a'>x</a>", "<a href=\"#a\" download>x</a>",
    "<link rel=\"attachment\" href=\"file:///etc/hostname\">", "<link rel=stylesheet href=\"https://a.example\">",
    "<img src=\"file:///etc/hostname\">", "<q cite=\"http://a.example\">x</q>", "<map></map>",
    "<a href=\"https://{{heading}}\">x</a>", "<a href=\"{{title}}\">x</a>", "<img src=\"{{title}}\">",
    "<img src=\"{{{.}}}\">", "<img src=\"{{#logo}}{{{.}}}{{/logo}}\">",
    // Styles.
    "<style>@import \"http://a.example/x\";</style>", "<style>@\\69mport \"x\";</style>",
    "<style>@IMPORT url(x);</style>",
    "<style>@font-face { font-family: x; src: url(data:font/woff2;base64,AA==) }</style>",
    "<style>@namespace url(http://a.example);</style>", "<style>@charset \"utf-7\";</style>",
    "<style>p { background: url( http://a.example/x ) }</style>", "<style>p{background:URL('//a.example')}</style>",
    "<style>p { background: u\\72l(http://a.example/x) }</style>", "<style>p { background: url(x.png) }</style>",
    "<style>p { background: url(data:text/html,x) }</style>", "<style>p { background: url(\"file:///x\") }</style>",
    "<style>p { background: image-set(\"http://a.example/x\" 1x) }</style>",
    "<style>p { background: -webkit-image-set(url(x) 1x) }</style>", "<style>p { background: image(\"x\") }</style>",
    "<style>p { width: expression(a()) }</style>", "<style>p { behavior: url(x.htc) }</style>",
    "<style>p { -moz-binding: none }</style>", "<style>p { src: none }</style>", "<style>p { color: red }</stile>",
    "<style>p { content: \"a\n}</style>", "<style>p { color: red</style>", "<style>p { } }</style>",
    "<style><!-- p { } --></style>", "<style>p { background: url(x</style>", "<style>/* p </style>",
    "<style>p { filter: progid:X.Y(src='http://a.example') }</style>", "<style>p { color: {{heading}} }</style>",
    "<style>{{#verdict}}p{{/verdict}} { }</style>", "<p style=\"background:url(http://a.example)\">x</p>",
    "<p style='background:&#117;rl(http://a.example)'>x</p>", "<p style=\"background:u&rl;(x)\">x</p>",
    "<p style=background:url(x)>x</p>", "<p style=\"color:{{title}}\">x</p>",
    "<p style=\"position:fixed;@import 'x'\">x</p>",
    // Words that would not be escaped.
    "<i>{{{heading}}}</i>", "<i>{{&title}}</i>", "<i>{{& kicker }}</i>", "<i>{{{ subheading }}}</i>",
    "{{#verdict}}{{{sentence}}}{{/verdict}}", "{{#heading}}{{{.}}}{{/heading}}",
    "{{^logo}}<img src=\"{{{.}}}\">{{/logo}}", "{{#logo}}{{{.}}}{{/logo}}",
    "{{#logo}}{{#heading}}<img src=\"{{{.}}}\">{{/heading}}{{/logo}}",
    "{{^logo}}<style>p { background: url({{{.}}}) }</style>{{/logo}}", "{{#footer}}{{{.}}}{{/footer}}",
    "<p title=\"{{{facts}}}\">x</p>", "<p title={{heading}}>x</p>", "<p {{heading}}>x</p>", "<{{heading}}>",
    "<p class=\"{{#verdict}}\">x<p class=\"{{/verdict}}\">", "<p{{! }}x>", "<im{{! }}g src=x>",
    "{{% CONTENT_TYPE:TEXT}}",
    "{{heading.uppercased()}}", "<{{#verdict}}x{{/verdict}}img src=x>", "{{>x}}", "{{=<% %>=}}", "{{<x}}{{/x}}",
    "{{$x}}{{/x}}",
    // A mark that joins a brace: Mustache sees no comment there.
    "\u{600}{{! <script>a()</script> }}",
    // What readers repair, each in its own way.
    "<!--[if mso]><img src=\"x\"><![endif]-->", "<!--> <img src=x> -->", "<!--- <!-- --> -->",
    "<!-- --!> <img src=x> -->",
    "<![CDATA[ <img src=x> ]]>", "<?php a() ?>", "<!ENTITY a \"b\">", "a < b", "<p title=\"a>b</p>", "<p a=1 a=2>x</p>",
    "<p title=a\"b>x</p>", "<p/title=x>", "</script>", "<style/>", "<title><img src=x></title>", "<p>\u{0}</p>",
    "<p>\u{1B}(B</p>", "<head>",
  ]

  @Test("what runs, fetches, sends or would be drawn unescaped is refused with its line", arguments: active)
  func refused(_ what: String) throws {
    for kind in LayoutTemplate.Kind.allCases {
      let fault = #expect(throws: PodctlError.self, "\(kind)") {
        try LayoutTemplate(Self.layout(what, kind), kind)
      }
      #expect(fault?.code == .usage)
      let line = try Self.line(kind)
      let said = fault?.message ?? ""
      // What is not closed may be told where it ends.
      let lines = (line...(line + 3)).map { "line \($0) of the layout: " } + ["the layout is no Mustache"]
      #expect(lines.contains { said.hasPrefix($0) }, "\(kind): \(said)")
      #expect(fault?.hint != nil, "\(said)")
    }
  }

  static let plain: [String] = [
    "<p>We never ping you, on time or late: onload is a word, and so are javascript: and url(http).</p>",
    "<a href=\"https://agency.example/a?b=1&c=2&copy=3#d\" rel=\"noopener nofollow\" target=\"_blank\">our site</a>",
    "<a href='mailto:desk@agency.example'>write</a> <a href=\"#method\">below</a>",
    "<img alt=\"\" width=8 src=\"data:image/png;base64,iVBORw0KGgo=\">",
    "<img alt='a' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "<img alt=\"\" src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E\">",
    "<svg viewBox=\"0 0 9 9\" aria-hidden=\"true\"><g fill=\"none\" stroke-width=\"2\"><path d=\"M0 0L9 9\"/></g></svg>",
    "<svg><defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient></defs><rect fill=\"url(#a)\"/></svg>",
    "<style>.a:hover > b, td[data-label]::before { content: \"\\201C\" attr(data-label); color: rgb(1 2 3 / 50%) }</style>",
    "<style media=\"print\">@media (min-width: 40em) { p { margin: 0 auto !important; width: calc(100% - 2px) } }</style>",
    "<style>@page { size: A4; @bottom-right { content: counter(page) } } /* url(http://x) */ p { --a: 1; color: var(--a) }</style>",
    "<style>p { background: url(data:image/png;base64,AA==) no-repeat; -webkit-text-size-adjust: 100% }</style>",
    "<p style='font:13px/1.4 \"Helvetica Neue\", Arial; mso-line-height-rule: exactly'>a &amp; b &copy; &nbsp;</p>",
    "<table align=center bgcolor='#fff' cellpadding=0><tr><td colspan=2 nowrap>x</td></tr></table>",
    "<!-- a note {{heading}} {{#verdict}}{{word}}{{/verdict}} -->{{! and one that nobody sees: <script> }}",
    "<p class=\"a {{#verdict}}b{{/verdict}}\" title=\"{{heading}}\">x</p>",
    "{{#verdict}}<p>{{word}}: {{sentence}}</p>{{/verdict}}{{^verdict}}<p>none</p>{{/verdict}}",
    "<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\"><meta name=\"format-detection\" content=\"telephone=no\">",
    "<details open><summary>More</summary><ol start=3><li>x</ol></details><br/>",
    "{{ heading }}{{{ facts }}}{{& facts }}",
  ]

  @Test("plain words, styles, links and pictures that lie in the layout are taken", arguments: plain)
  func taken(_ what: String) throws {
    for kind in LayoutTemplate.Kind.allCases {
      #expect(throws: Never.self, "\(kind)") { try LayoutTemplate(Self.layout(what, kind), kind) }
    }
  }

  @Test("podctl's own styles pass the check that a tenant's must pass, and so do its pages and mails as they are drawn")
  func own() throws {
    #expect(throws: Never.self) {
      try LayoutTemplate(Self.layout("{{#logo}}<style>i { background: url({{{.}}}) }</style>{{/logo}}", .page), .page)
    }
    #expect(throws: Never.self) {
      try LayoutTemplate(Self.layout("<p style=\"{{font}};color:{{ink}}\">x</p>", .mail), .mail)
    }
    #expect(throws: Never.self) {
      try LayoutTemplate(Self.layout("{{#sections}}<a href=\"#{{id}}\">{{title}}</a>{{/sections}}", .page), .page)
    }
  }

  @Test("a layout that an older podctl gave out is taken, with its policy; what must be seen may not hide in a comment")
  func older() throws {
    let old = LayoutTemplate.own(.page).text.replacing(
      "<head>",
      with: "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'{{imageRule}}\">")
    #expect(throws: Never.self) { try LayoutTemplate(old, .page) }
    let hidden = LayoutTemplate.own(.page).text
      .replacing("<h1>{{heading}}</h1>", with: "<!-- <h1>{{heading}}</h1> -->")
    let fault = #expect(throws: PodctlError.self) { try LayoutTemplate(hidden, .page) }
    #expect(fault?.message == "the layout leaves {{heading}} out")
  }
}
