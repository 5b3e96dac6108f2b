import Foundation
import PodctlTestSupport
import Testing

@testable import PodctlRender

@Suite("The style of pages is one that Debian's WeasyPrint can print")
struct PaperStyleTests {
  /// WeasyPrint 57 drops a shorthand that holds a variable, and with it the ground of the verdict, the rules of a table and
  /// the bar of a goal.
  @Test("no shorthand of background or border holds a variable")
  func shorthands() {
    let spoiled = PageStyle.css.matches(of: /(?:background|border(?:-(?:top|right|bottom|left))?): [^;]*var\([^;]*;/)
    #expect(spoiled.map { String($0.output) } == [])
  }

  @Test("on paper nothing is laid out by grid or flex")
  func layout() throws {
    let paper = try #require(PageStyle.css.range(of: "@media print")).upperBound
    for name in ["dl.facts {", "section dl.facts div {", ".cards {", ".legend {"] {
      #expect(PageStyle.css[paper...].contains(name), "\(name) is laid out anew")
    }
    #expect(!PageStyle.css[paper...].contains("grid") && !PageStyle.css[paper...].contains("flex"))
  }
}
