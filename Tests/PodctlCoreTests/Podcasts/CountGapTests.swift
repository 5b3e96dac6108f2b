import PodctlCore
import Testing

@Suite struct CountGapTests {
  @Test(
    "a gap in tenths of a percent, rounded half away from zero",
    arguments: [(105, 100, 50), (95, 100, -50), (2001, 2000, 1), (1999, 2000, -1), (100, 100, 0), (20009, 20000, 0)])
  func permille(_ ours: Int64, _ theirs: Int64, _ expected: Int64) {
    #expect(CountGap(ours: ours, theirs: theirs).permille == expected)
  }

  @Test("the edge of the tolerance belongs to it, and what is rounded to it does not")
  func edge() {
    #expect(CountGap(ours: 105, theirs: 100).isInside(permille: 50))
    #expect(CountGap(ours: 95, theirs: 100).isInside(permille: 50))
    #expect(!CountGap(ours: 105_001, theirs: 100_000).isInside(permille: 50))
    #expect(CountGap(ours: 105_001, theirs: 100_000).permille == 50)
    #expect(CountGap(ours: 0, theirs: 0).isInside(permille: 0))
    #expect(!CountGap(ours: 1, theirs: 0).isInside(permille: 1000))
    #expect(CountGap(ours: 1, theirs: 0).permille == nil)
    #expect(CountGap(ours: .max, theirs: 1).permille == .max)
  }

  @Test("a safe network is stale from the ninetieth day on")
  func stale() {
    let then = Instant(seconds: 1_000_000)
    let network = SafeNetwork(network: "192.0.2.0/24", note: nil, addedAt: then, validatedAt: then)
    #expect(!network.isStale(at: Instant(seconds: 1_000_000 + 90 * 86_400 - 1)))
    #expect(network.isStale(at: network.dueAt))
  }
}
