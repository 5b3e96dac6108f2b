import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("shares in thousandths of a percent") struct PercentTests {
  @Test(
    "a percentage is read and written without zeros that say nothing",
    arguments: [
      ("15", 15_000, "15"), ("7.7", 7_700, "7.7"), ("8.875", 8_875, "8.875"), ("0.05", 50, "0.05"), ("0", 0, "0"),
      ("100", 100_000, "100"), ("20.00", 20_000, "20"),
    ])
  func reading(text: String, thousandths: Int64, written: String) throws {
    let percent = try Percent(typed: text, for: "the tax")
    #expect(percent.thousandths == thousandths && percent.description == written)
  }

  @Test("what is no share of a whole is refused", arguments: ["", "-1", "100.001", "8.8755", "20%", "1,5", ".5"])
  func refused(text: String) {
    let error = #expect(throws: PodctlError.self) { try Percent(typed: text, for: "the tax") }
    #expect(error?.code == .rateInvalid)
  }

  @Test("parts sum exactly to the share of the sum, and none is a whole unit off its own exact share")
  func splitting() throws {
    let seed: UInt64 = 20_261_125
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<5000 {
      let percent = Percent(thousandths: .random(in: 0...100_000, using: &random))
      let largest: Int64 = Bool.random(using: &random) ? 20 : 1 << 40
      let amounts = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Int64.random(in: -largest...largest, using: &random)
      }
      let parts = percent.split(over: amounts)
      #expect(parts.count == amounts.count)
      // The share of the sum by another route: twice the product, floored half a unit up or down.
      let product = Int128(amounts.reduce(0, +)) * Int128(percent.thousandths)
      let rounded = (product.magnitude * 2 + 100_000) / 200_000
      #expect(Int128(parts.reduce(0, +)) == (product < 0 ? -Int128(rounded) : Int128(rounded)))
      for (part, amount) in zip(parts, amounts) {
        let off = Int128(part) * 100_000 - Int128(amount) * Int128(percent.thousandths)
        #expect(off.magnitude < 100_000, "\(percent) of \(amount) as \(part)")
      }
    }
  }

  @Test("what is missing goes to the largest remainders, ties to the earlier part")
  func largestRemainder() {
    // 15 % of 1.01, 0.99 and 1.01: 15.15, 14.85 and 15.15; 45.15 in all, rounded to 45.
    #expect(Percent(thousandths: 15_000).split(over: [101, 99, 101]) == [15, 15, 15])
    #expect(Percent(thousandths: 50_000).split(over: [1, 1, 1]) == [1, 1, 0])
    #expect(Percent(thousandths: 50_000).split(over: [-1, -1]) == [0, -1])
  }
}
