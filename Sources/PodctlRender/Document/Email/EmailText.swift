/// A document as a mail: what a reader of mail shows, and the same in plain text.
public struct EmailText: Sendable, Hashable {
  /// Gmail shows no more than 102 KB of a mail; this leaves room for what it adds itself.
  public static let sizeLimit = 90_000

  public var subject: String
  public var html: String
  public var plain: String

  /// The bytes of the HTML part.
  public var size: Int { html.utf8.count }
}

extension Document {
  /// The document as a mail. Tables are cut at ever fewer rows until the mail is below the limit; the attached file has
  /// them all.
  public func email() -> EmailText {
    var html = ""
    let layout = layout(.mail)
    for rowLimit in [40, 20, 10, 5] {
      html = EmailTemplate.page(self, EmailBlocks(rowLimit: rowLimit), in: layout)
      if html.utf8.count < EmailText.sizeLimit { break }
    }
    if let brand { html = brand.colored(html) }
    // A table may be wider than its words: names that are cut off would tell a reader less than lines that wrap.
    let plain = terminalText(Layout(width: 76, hasColor: false, now: nil), tableWidth: 120)
    return EmailText(subject: FieldValue.singleLine(title), html: html, plain: plain)
  }
}

/// What stands around the blocks of a mail: one column of 600 pixels that narrows with its window, without pictures,
/// scripts, or anything that has to be fetched.
enum EmailTemplate {
  static let own = LayoutTemplate(own: shell, .mail)

  private static let shell = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>{{title}}</title>
    </head>
    <body style="margin:0;padding:0;background:{{ground}}">
    <div style="display:none;max-height:0;overflow:hidden">{{preheader}}</div>
    <table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" bgcolor="{{ground}}">
    <tr><td align="center" style="padding:16px 8px">
    <table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" bgcolor="{{paper}}" style="max-width:600px">
    <tr><td style="padding:28px 24px;{{font}};color:{{ink}};font-size:15px;line-height:22px;text-align:left">
    <p style="margin:0 0 8px;font-size:13px;line-height:18px;font-weight:bold;color:{{accent}}">{{kicker}}</p>
    <h1 style="margin:0;font-size:26px;line-height:31px">{{heading}}</h1>
    <p style="margin:4px 0 0;font-size:16px;line-height:23px;color:{{soft}}">{{subheading}}</p>
    {{#verdict}}
    <p style="margin:20px 0 0;padding:14px 16px;border-left:4px solid {{color}};background:{{faint}};font-size:16px;line-height:23px"><b style="color:{{color}}">{{word}}.</b> {{sentence}}</p>
    {{/verdict}}
    <div style="margin:18px 0 0">{{{facts}}}</div>
    {{#sections}}
    <h2 style="margin:30px 0 12px;padding:16px 0 0;border-top:1px solid {{rule}};font-size:18px;line-height:24px">{{title}}</h2>
    {{{body}}}
    {{/sections}}
    <p style="margin:30px 0 0;padding:14px 0 0;border-top:1px solid {{rule}};font-size:12px;line-height:18px;color:{{soft}}">
    {{#footer}}
    {{.}}<br>
    {{/footer}}
    </p>
    </td></tr>
    </table>
    </td></tr>
    </table>
    </body>
    </html>

    """

  static func page(_ document: Document, _ blocks: EmailBlocks, in layout: LayoutTemplate) -> String {
    let head = document.masthead
    func clean(_ text: String) -> String { FieldValue.singleLine(text) }
    var values: [String: Any] = [
      "title": clean(document.title), "kicker": clean(head.kicker), "heading": clean(head.heading),
      "subheading": clean(head.subheading), "facts": blocks.facts(head.facts),
      "preheader": clean(head.verdict.map { "\($0.word). \($0.sentence)" } ?? head.subheading),
      "sections": document.sections.map { section in
        [
          "title": clean(section.title), "rule": EmailStyle.rule,
          "body": section.blocks.map(blocks.of).joined(),
        ]
      },
      "footer": document.footer.map(clean),
      "ground": EmailStyle.ground, "paper": EmailStyle.paper, "font": EmailStyle.font, "ink": EmailStyle.ink,
      "soft": EmailStyle.soft, "rule": EmailStyle.rule, "accent": EmailStyle.accent,
    ]
    // An absent value of the key would be a section all the same, with nothing in it.
    if let verdict = head.verdict {
      values["verdict"] = [
        "color": EmailStyle.color(of: verdict.tone), "faint": EmailStyle.faint, "word": clean(verdict.word),
        "sentence": clean(verdict.sentence),
      ]
    }
    return layout.render(values)
  }
}
