/// The look of a mail, said on every element, since readers of mail drop style sheets. Colours hold 4.5:1 on white.
enum EmailStyle {
  static let ground = "#f4f5f3"
  static let paper = "#ffffff"
  static let ink = "#1a2226"
  static let soft = "#56626a"
  static let rule = "#dcdfdc"
  static let faint = "#eef0ed"
  static let accent = "#0b5560"
  static let accentSoft = "#cfe2e3"

  static let font = "font-family:Helvetica,Arial,sans-serif"
  static let paragraph = "margin:0 0 12px;font-size:15px;line-height:22px;color:\(ink)"
  static let note = "margin:10px 0 12px;font-size:13px;line-height:19px;color:\(soft)"
  static let label = "font-size:13px;line-height:18px;color:\(soft)"
  static let cell = "padding:6px 0 6px 10px;font-size:13px;line-height:18px;border-bottom:1px solid \(faint)"
  static let head =
    "padding:6px 0 6px 10px;font-size:12px;line-height:16px;font-weight:normal;color:\(soft);"
    + "border-bottom:1px solid \(soft)"

  static func color(of tone: Document.Tone) -> String {
    switch tone {
    case .good: "#1d6b42"
    case .caution: "#8a5200"
    case .bad: "#9c2730"
    case .neutral: soft
    }
  }

  /// A table that only places what stands in it.
  static func layout(_ rows: String, attributes: String = "width=\"100%\"") -> String {
    "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \(attributes)>\(rows)</table>\n"
  }
}
