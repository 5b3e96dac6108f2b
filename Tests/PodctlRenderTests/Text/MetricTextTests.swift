import PodctlRender
import Testing

@Suite("figures for a monitor") struct MetricTextTests {
  @Test("families have their help and type; labels are escaped; a family of nothing is left out")
  func text() {
    let families = [
      MetricFamily("podctl_empty", "Nothing.", []),
      MetricFamily(
        "podctl_things", "Things by kind.",
        [.init([.init("tenant", "a\"b\\c\nd"), .init("kind", "x")], 3), .init([], 0)]),
    ]
    #expect(
      MetricFamily.text(families) == #"""
        # HELP podctl_things Things by kind.
        # TYPE podctl_things gauge
        podctl_things{tenant="a\"b\\c\nd",kind="x"} 3
        podctl_things 0

        """#)
  }
}
