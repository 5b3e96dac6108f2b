import Mustache

/// The first page of a sponsor's reports: a list of links, in the look of the reports themselves.
public struct SiteIndex: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    /// File names beside the page.
    public var page: String
    public var figures: String
    public var title: String
    public var detail: String

    public init(page: String, figures: String, title: String, detail: String) {
      self.page = page
      self.figures = figures
      self.title = title
      self.detail = detail
    }
  }

  public var kicker: String
  public var heading: String
  public var entries: [Entry]

  public init(kicker: String, heading: String, entries: [Entry]) {
    self.kicker = kicker
    self.heading = heading
    self.entries = entries
  }

  private static let shell = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="podctl">
    <meta name="robots" content="noindex, nofollow">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>{{heading}}</title>
    <style>
    {{{style}}}
    a { color: var(--accent); }
    ul.reports { margin: 0; padding: 0; list-style: none; }
    ul.reports li { padding: 12px 0; border-top: 1px solid var(--faint); }
    ul.reports li:first-child { border-top: 0; }
    ul.reports p { margin: 2px 0 0; color: var(--soft); font-size: 14px; }
    </style>
    </head>
    <body>
    <main>
    <header>
    <p class="kicker">{{kicker}}</p>
    <h1>{{heading}}</h1>
    </header>
    <section aria-labelledby="reports-title">
    <h2 id="reports-title">Reports, newest first</h2>
    <ul class="reports">
    {{#entries}}
    <li><a href="{{page}}">{{title}}</a><p>{{detail}} · <a href="{{figures}}">figures as CSV</a></p></li>
    {{/entries}}
    </ul>
    </section>
    </main>
    </body>
    </html>

    """

  /// What stands where nobody who has no link should see a list of folders.
  public static let nothing = """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><meta name="robots" content="noindex, nofollow"><title>Reports</title></head>
    <body><p>Reports are at the address that you were given.</p></body>
    </html>

    """

  public var htmlText: String {
    let values: [String: Any] = [
      "style": PageStyle.css, "kicker": FieldValue.singleLine(kicker), "heading": FieldValue.singleLine(heading),
      "entries": entries.map { entry in
        [
          "page": entry.page, "figures": entry.figures, "title": FieldValue.singleLine(entry.title),
          "detail": FieldValue.singleLine(entry.detail),
        ]
      },
    ]
    do {
      return try MustacheTemplate(string: Self.shell).render(values)
    } catch {
      preconditionFailure("the index's own template does not parse: \(error)")
    }
  }
}
