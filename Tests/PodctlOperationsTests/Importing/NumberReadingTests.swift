import PodctlCore
import PodctlOperations
import Testing

@Suite("Amounts and counts are read as written and never guessed")
struct NumberReadingTests {
  @Test(
    "an amount that can be read in one way",
    arguments: [
      ("1234.5", 123_450), ("1,234.50", 123_450), ("$1,234.50", 123_450), ("1.234,50", 123_450), ("12,00", 1200),
      ("-$5.00", -500), ("$-5", -500), ("USD 7", 700), ("7 usd", 700), ("1 234,5", 123_450), ("1'234.50", 123_450),
      ("1,234,567", 123_456_700), ("0,500", 50), ("1234,500", 123_450), ("0", 0), ("\u{A0}12.00\u{A0}", 1200),
    ] as [(String, Int64)])
  func money(text: String, minor: Int64) throws {
    #expect(try NumberReading(decimalMark: nil).money(text, .usd) == Money(minor: minor, .usd))
  }

  @Test(
    "what is no amount, or two, or another currency's",
    arguments: [
      "1.234", "1,234", "€12,00", "EUR 5", "12.345", "1.2.3,4,5", "abc", "", "12abc34", "1..2", "5-", "--5", ",",
      "1,23,456.00",
    ])
  func rejected(text: String) {
    #expect(throws: RowProblem.self) { try NumberReading(decimalMark: nil).money(text, .usd) }
  }

  @Test("the declared mark decides, and a value that contradicts it is rejected")
  func declared() throws {
    let comma = NumberReading(decimalMark: .comma)
    #expect(try comma.money("1.234", .usd).minor == 123_400)
    #expect(throws: RowProblem.self) { try comma.money("1,234", .usd) }
    #expect(throws: RowProblem.self) { try comma.money("12.50", .usd) }
    #expect(try comma.money("€ 12,00", Currency("EUR")).minor == 1200)
  }

  @Test("the mark is learnt from the file's other values, and not where they differ")
  func learnt() {
    #expect(NumberReading(learningFrom: ["1.234", "12,50", "7"]).decimalMark == .comma)
    #expect(NumberReading(learningFrom: ["$1,234.50", "1,234"]).decimalMark == .point)
    #expect(NumberReading(learningFrom: ["12,50", "12.50"]).decimalMark == nil)
    #expect(NumberReading(learningFrom: ["1.234", "7"]).decimalMark == nil)
  }

  @Test(
    "counts are whole",
    arguments: [("1234", 1234), ("1,234", 1234), ("1.234", 1234), ("1.234.567", 1_234_567), ("5.0", 5)]
      as [(String, Int64)])
  func count(text: String, value: Int64) throws {
    #expect(try NumberReading(decimalMark: nil).count(text) == value)
  }

  @Test("what is no count", arguments: ["12.5", "1,000", "-3", "many", "$5", "99999999999999999999", "1.5e3"])
  func noCount(text: String) {
    #expect(throws: RowProblem.self) { try NumberReading(decimalMark: nil).count(text) }
  }

  @Test("a currency without minor digits takes none, one with three takes three")
  func digits() throws {
    let reading = NumberReading(decimalMark: .point)
    #expect(try reading.money("1,200", Currency("JPY")).minor == 1200)
    #expect(try reading.money("1.234", Currency("KWD")).minor == 1234)
    #expect(throws: RowProblem.self) { try reading.money("1200.5", Currency("JPY")) }
  }
}
