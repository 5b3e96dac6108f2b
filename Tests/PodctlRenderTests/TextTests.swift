import PodctlCore
import PodctlRender
import Testing

@Suite("widths, numbers, times and errors as text")
struct TextTests {
  @Test(
    "a text's width is counted in columns",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("🎙️", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("", 0),
      ("—", 1), ("\u{200B}", 0), ("ﾊ", 1), ("Ａ", 2),
    ])
  func width(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  @Test("cutting off never splits a wide character or passes the width", arguments: 1...9)
  func truncation(width: Int) {
    let cut = DisplayWidth.truncated("日本語abc", to: width)
    #expect(DisplayWidth.of(cut) <= width)
    #expect(cut.hasSuffix("…") == (width < 9))
  }

  @Test(
    "fixed-point numbers are exact",
    arguments: [
      (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (123_456_789, 2, "1,234,567.89"), (1000, 0, "1,000"),
      (999, 0, "999"), (-1000, 3, "-1.000"), (Int64.min, 0, "-9,223,372,036,854,775,808"),
    ] as [(Int64, Int, String)])
  func fixedPoint(units: Int64, digits: Int, text: String) {
    #expect(FixedPoint.grouped(units, digits: digits) == text)
    #expect(FixedPoint.plain(units, digits: digits) == text.filter { $0 != "," })
  }

  @Test(
    "times are said as people say them",
    arguments: [
      (0, "just now"), (59, "59 seconds ago"), (60, "1 minute ago"), (7200, "2 hours ago"), (86_400, "1 day ago"),
      (40 * 86_400, "1 month ago"), (800 * 86_400, "2 years ago"), (-7200, "in 2 hours"),
    ] as [(Int64, String)])
  func relative(seconds: Int64, text: String) {
    let now = Instant(seconds: 1_793_606_400)
    #expect(RelativeTime.of(now.advanced(seconds: -seconds), from: now) == text)
  }

  @Test("JSON escapes what it must and what a terminal would obey")
  func json() {
    #expect(JSONText.of(.text("a\"\\\n\u{1}\u{7F}é")) == #""a\"\\\n\u0001\u007fé""#)
    let separators = "\u{85}\u{A0}ä\u{2027}\u{2028}x\u{2029}\u{20AC}\u{1F600}"
    #expect(JSONText.of(.text(separators)) == "\"\\u0085\u{A0}ä\u{2027}\\u2028x\\u2029\u{20AC}\u{1F600}\"")
    #expect(JSONText.of(.text("\r\t\u{9F}é\u{E2}\u{C2}")) == "\"\\r\\t\\u009fé\u{E2}\u{C2}\"")
    #expect(JSONText.of(.list([.null, .boolean(true), .decimal(units: 86, digits: 2)])) == "[null,true,0.86]")
  }

  @Test("an error tells a terminal nothing but text, each line for itself")
  func cleaned() {
    let error = PodctlError(
      .orderFileInvalid, "key \u{1B}[31mred\u{9B}2J\nbefore\r", hint: "see\u{7}\nbelow",
      commands: ["podctl \u{1B}]0;x\u{7}"])
    let text = ErrorText.human(error, hasColor: false)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(text.hasPrefix("error: key \u{FFFD}[31mred\u{FFFD}2J\nbefore \n\nhint: see\u{FFFD}\n      below\n"))
  }

  @Test("an error is told in the contract's words")
  func error() {
    let error = PodctlError(
      .campaignNotFound, "campaign \"fall-fligt\" not found for tenant acme", hint: "did you mean \"fall-flight\"?",
      commands: ["podctl campaign list --tenant acme"], context: [.init("tenant", "acme")])
    #expect(
      ErrorText.human(error, hasColor: false) == """
        error: campaign "fall-fligt" not found for tenant acme

        hint: did you mean "fall-flight"?
              podctl campaign list --tenant acme
        code: campaign_not_found

        """)
    #expect(
      ErrorText.json(error) == #"{"error":{"code":"campaign_not_found","#
        + #""message":"campaign \"fall-fligt\" not found for tenant acme","hint":"did you mean \"fall-flight\"?","#
        + #""commands":["podctl campaign list --tenant acme"],"exit":66,"context":{"tenant":"acme"}}}"# + "\n")
  }
}
