import PodctlCore
import PodctlTestSupport
import Testing

@Suite struct EpisodePlanTests {
  private let ids = CountingIdentifiers()
  private let later = FixedTime.now.advanced(seconds: 3600)
  private let podcast: Identifier<Podcast>

  init() { podcast = ids.next(Podcast.self) }

  private func draft(_ guid: String, _ paths: String..., bytes: Int64? = 10, seconds: Int64? = 60) -> EpisodeDraft {
    EpisodeDraft(
      guid: guid, title: "Title \(guid)", publishedAt: FixedTime.now, durationSeconds: seconds,
      files: paths.map { .init(path: $0, bytes: bytes, mediaType: "audio/mpeg") })
  }

  private func plan(
    _ drafts: [EpisodeDraft], _ stored: EpisodePlan.Stored? = nil, sparing: Set<String> = [], at now: Instant? = nil
  ) -> EpisodePlan {
    EpisodePlan(
      drafts, of: podcast, against: stored ?? .init(episodes: [], paths: [], elsewhere: [:]), sparing: sparing,
      now: now ?? later, ids: ids)
  }

  /// What is stored once a plan on an empty database has been applied.
  private func stored(_ drafts: [EpisodeDraft]) -> EpisodePlan.Stored {
    let plan = plan(drafts, at: FixedTime.now)
    return .init(episodes: plan.inserted, paths: plan.paths, elsewhere: [:])
  }

  @Test("a second time changes nothing")
  func idempotent() {
    let drafts = [draft("a", "/a.mp3", "/a.opus"), draft("b", "/b.mp3")]
    let again = plan(drafts, stored(drafts))
    #expect(again.unchanged == 2)
    #expect(again.inserted.isEmpty && again.updatedCount == 0 && again.paths.isEmpty && again.retired.isEmpty)
  }

  @Test("a file that moved keeps its old path, which is current no more")
  func moved() {
    let again = plan([draft("a", "/new.mp3")], stored([draft("a", "/old.mp3")]))
    #expect(again.updatedCount == 1 && again.updated.isEmpty)
    #expect(again.paths.map(\.path) == ["/new.mp3"])
    #expect(again.retired == ["/old.mp3"])
  }

  @Test("a path that comes back is current again, first seen when it was")
  func returned() throws {
    var before = stored([draft("a", "/a.mp3")])
    before.paths[0].isCurrent = false
    let path = try #require(plan([draft("a", "/a.mp3")], before).paths.first)
    #expect(path.isCurrent && path.firstSeenAt == FixedTime.now)
  }

  @Test("an unknown never takes the place of something known")
  func unknowns() {
    let before = stored([draft("a", "/a.mp3")])
    #expect(plan([draft("a", "/a.mp3", bytes: nil, seconds: nil)], before).unchanged == 1)
    let changed = plan([draft("a", "/a.mp3", bytes: 11, seconds: 61)], before)
    #expect(changed.updated.map(\.durationSeconds) == [61])
    #expect(changed.updated.map(\.updatedAt) == [later])
    #expect(changed.paths.map(\.bytes) == [11])
  }

  @Test("an episode that left the feed stays, its paths current no more, unless its item could not be read")
  func gone() {
    let before = stored([draft("a", "/a.mp3"), draft("b", "/b.mp3")])
    #expect(plan([draft("a", "/a.mp3")], before).retired == ["/b.mp3"])
    #expect(plan([draft("a", "/a.mp3")], before, sparing: ["b"]).retired.isEmpty)
  }

  @Test("an enclosure of another episode's path is refused, an alternative one left out")
  func taken() {
    var before = stored([draft("a", "/a.mp3")])
    before.elsewhere = ["/x.mp3": "x"]
    let mixed = plan(
      [draft("a", "/a.mp3"), draft("b", "/a.mp3"), draft("c", "/x.mp3"), draft("d", "/d.mp3", "/x.mp3")], before)
    #expect(mixed.refusals.map(\.index) == [1, 2])
    #expect(mixed.refusals.map(\.owner) == ["a", "x"])
    #expect(mixed.inserted.map(\.guid) == ["d"])
    #expect(mixed.paths.map(\.path) == ["/d.mp3"])
  }
}
