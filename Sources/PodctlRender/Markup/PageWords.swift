/// What a layout may be made of: elements that show text, tables and pictures.
enum PageWords {
  static let elements: Set<String> = words(
    """
    html head title meta style body main header footer section article aside nav hgroup address div p h1 h2 h3 h4 h5 h6
    span a img br hr wbr b strong i em u s strike del ins mark small big sub sup code kbd samp var tt pre blockquote q
    cite dfn abbr time data bdi bdo ruby rb rt rp center font ul ol li dl dt dd figure figcaption details summary table
    caption colgroup col thead tbody tfoot tr th td
    """)

  /// Attributes that every element may have, besides `aria-…` and `data-…`.
  static let common: Set<String> = words("class id lang dir title style role hidden tabindex translate xml:lang")

  /// Further ones of each element.
  static let own: [String: Set<String>] = [
    "a": words("href target rel name hreflang"),
    "img": words("src alt width height border align hspace vspace loading decoding"),
    "html": words("xmlns"),
    "meta": words("charset name content http-equiv"),
    "style": words("type media"),
    "body": words("bgcolor text link vlink alink topmargin leftmargin marginwidth marginheight"),
    "table": words("align bgcolor border cellpadding cellspacing width height summary rules frame bordercolor"),
    "caption": words("align"),
    "colgroup": words("span width align valign"), "col": words("span width align valign"),
    "thead": words("align valign"), "tbody": words("align valign"), "tfoot": words("align valign"),
    "tr": words("align valign bgcolor height"),
    "th": words("align valign bgcolor width height colspan rowspan scope headers abbr nowrap"),
    "td": words("align valign bgcolor width height colspan rowspan scope headers abbr nowrap"),
    "font": words("color face size"), "hr": words("align color noshade size width"), "br": words("clear"),
    "p": words("align"), "div": words("align"), "h1": words("align"), "h2": words("align"), "h3": words("align"),
    "h4": words("align"), "h5": words("align"), "h6": words("align"),
    "ol": words("start type reversed"), "ul": words("type"), "li": words("value type"), "pre": words("width"),
    "details": words("open"), "time": words("datetime"), "del": words("datetime"), "ins": words("datetime"),
    "data": words("value"),
  ]

  /// What `<meta name=…>` may say: it tells a reader how to show the page.
  static let metas: Set<String> = words(
    """
    viewport generator author description color-scheme supported-color-schemes theme-color robots format-detection
    x-apple-disable-message-reformatting application-name
    """)

  /// What `<meta http-equiv=…>` may say, and with which content; nil for any.
  static let headers: [String: Set<String>?] = [
    "content-security-policy": nil, "x-ua-compatible": nil,
    "content-type": ["text/html; charset=utf-8", "text/html;charset=utf-8"],
  ]

  /// What a link may be to its page.
  static let relations: Set<String> = words("noopener noreferrer nofollow external")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
