import PodctlCore

/// The shell of a page: what stands around the blocks. It asks for nothing from outside and runs nothing.
enum PageTemplate {
  static let own = LayoutTemplate(own: shell, .page)

  private static let shell = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="podctl">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <main>
    <header>
    {{#logo}}
    <img class="logo" alt="" src="{{{.}}}">
    {{/logo}}
    <p class="kicker">{{kicker}}</p>
    <h1>{{heading}}</h1>
    <p class="sub">{{subheading}}</p>
    {{#verdict}}
    <div class="verdict {{tone}}"><p><strong>{{word}}.</strong> {{sentence}}</p></div>
    {{/verdict}}
    {{{facts}}}
    </header>
    {{#sections}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title">{{title}}</h2>
    {{{body}}}
    </section>
    {{/sections}}
    <footer>
    {{#footer}}
    <p>{{.}}</p>
    {{/footer}}
    </footer>
    </main>
    </body>
    </html>

    """

  static func page(_ document: Document) -> String {
    let head = document.masthead
    // The template escapes for HTML; controls, which HTML has no place for, go here.
    func clean(_ text: String) -> String { FieldValue.singleLine(text) }
    var values: [String: Any] = [
      "title": clean(document.title), "style": PageStyle.css + (document.brand?.pageStyle ?? ""),
      "kicker": clean(head.kicker),
      "heading": clean(head.heading),
      "subheading": clean(head.subheading), "facts": HTMLBlocks.facts(head.facts),
      "sections": document.sections.map { section in
        [
          "id": section.id, "title": clean(section.title),
          "body": section.blocks.map(HTMLBlocks.of).joined(separator: "\n"),
        ]
      },
      "footer": document.footer.map(clean),
    ]
    if let logo = document.brand?.logoAddress {
      values["logo"] = logo
      values["imageRule"] = "; img-src data:"
    }
    // An absent value of the key would be a section all the same, with nothing in it.
    if let verdict = head.verdict {
      values["verdict"] = [
        "tone": verdict.tone.rawValue, "word": clean(verdict.word), "sentence": clean(verdict.sentence),
      ]
    }
    return document.layout(.page).render(values)
  }
}

extension Document {
  /// One self-contained page.
  public var htmlText: String { PageTemplate.page(self) }

  /// The tenant's own layout, which was checked when it was set, or podctl's.
  func layout(_ kind: LayoutTemplate.Kind) -> LayoutTemplate {
    let text = kind == .page ? brand?.pageTemplate : brand?.mailTemplate
    return text.flatMap { try? LayoutTemplate($0, kind) } ?? .own(kind)
  }
}

extension LayoutTemplate {
  /// podctl's own layout.
  public static func own(_ kind: Kind) -> LayoutTemplate { kind == .page ? PageTemplate.own : EmailTemplate.own }
}
