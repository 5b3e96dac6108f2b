import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("listeners that are too many to compare are estimated")
struct ListenerSketchTests {
  private static func key(_ generator: inout SplitMix) -> [UInt8] {
    let value = generator.next()
    return (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * $0)) }
  }

  @Test(
    "the estimate lies within four standard errors, from one listener to a million",
    arguments: [0, 1, 10, 1000, 65_536, 200_000, 1_000_000])
  func accurate(_ count: Int) {
    let seed: UInt64 = 42
    var generator = SplitMix(seed: seed)
    var sketch = ListenerSketch()
    for _ in 0..<count { sketch.add(Self.key(&generator)) }
    let off = abs(Double(sketch.estimate) - Double(count))
    #expect(off <= max(0.5, Double(count) * 4 * ListenerSketch.standardError), "seed \(seed): \(sketch.estimate)")
  }

  @Test("the same listener again, and any order or splitting, change nothing")
  func union() {
    let seed: UInt64 = 7
    var generator = SplitMix(seed: seed)
    let keys = (0..<20_000).map { _ in Self.key(&generator) }
    var whole = ListenerSketch()
    for key in keys { whole.add(key) }
    var parts = [ListenerSketch(), ListenerSketch()]
    for (index, key) in (keys.reversed() + keys.prefix(5000)).enumerated() { parts[index % 2].add(key) }
    parts[0].merge(parts[1])
    #expect(parts[0] == whole, "seed \(seed)")
  }
}
