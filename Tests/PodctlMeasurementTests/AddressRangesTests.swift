import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Sets of addresses")
struct AddressRangesTests {
  @Test("a set of ranges without others holds exactly the difference")
  func difference() {
    for seed in UInt64(1)...300 {
      var random = SeededGenerator(seed: seed)
      func ranges(_ count: Int) -> [ClosedRange<UInt32>] {
        (0..<count).map { _ in
          // Near both ends of the space and across table slots.
          let base = random.pick([UInt32(0), 0xfff0, 0x0001_0000, 0x7fff_fff0, 0xffff_ff00])
          let start = base &+ UInt32(random.below(200))
          let (end, isOver) = start.addingReportingOverflow(UInt32(random.below(40)))
          return start...(isOver ? .max : end)
        }
      }
      let all = ranges(random.below(12))
      let removed = ranges(random.below(12))
      let set = AddressRanges(all, without: AddressRanges(removed, without: AddressRanges()))
      for _ in 0..<400 {
        let value =
          random.pick([UInt32(0), 0xfff0, 0x0001_0000, 0x7fff_fff0, 0xffff_ff00]) &+ UInt32(random.below(256))
        let expected = all.contains { $0.contains(value) } && !removed.contains { $0.contains(value) }
        #expect((set.index(of: value) >= 0) == expected, "seed \(seed), value \(value)")
      }
    }
  }

  @Test(
    "networks are read in either family",
    arguments: ["10.0.0.0/8", "2001:db8::/32", "192.0.2.1", "::1/128", "0.0.0.0/0"])
  func networks(_ text: String) {
    var networks = NetworkText()
    let isRead = networks.add(text)
    #expect(isRead)
  }

  @Test(
    "what is no network is refused", arguments: ["10.0.0.0/33", "x", "", "2001:db8::/129", "10.0.0/8", "1.2.3.4/-1"])
  func noNetworks(_ text: String) {
    var networks = NetworkText()
    let isRead = networks.add(text)
    #expect(!isRead)
  }
}
