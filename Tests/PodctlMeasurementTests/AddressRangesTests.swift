import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

@Suite("Sets of addresses")
struct AddressRangesTests {
  @Test("a set of ranges without others holds exactly the difference")
  func difference() {
    for seed in UInt64(1)...300 {
      var random = SplitMix(seed: seed)
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

  @Test("a set of IPv6 ranges, from one address to half the space, holds just those")
  func version6() {
    for seed in UInt64(1)...200 {
      var random = SplitMix(seed: seed)
      func value() -> UInt128 {
        UInt128(random.pick([0x2001_0db8, 0x2a00_1450, 0x2a00_1451, 0, 0xffff_ffff])) << 96
          | UInt128(random.below(4)) << UInt128(random.pick([0, 64, 95])) | UInt128(random.below(8))
      }
      let all = (0..<random.below(8)).map { _ -> ClosedRange<UInt128> in
        let start = value()
        let (end, isOver) = start.addingReportingOverflow(UInt128(1) << UInt128(random.pick([0, 2, 64, 97, 126])))
        return start...(isOver ? .max : end)
      }
      let set = AddressRanges(all, without: AddressRanges())
      for _ in 0..<200 {
        let value = value()
        #expect((set.index(of: value) >= 0) == all.contains { $0.contains(value) }, "seed \(seed), value \(value)")
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
