import PodctlCore
import PodctlGateways
import PodctlStore

/// Brings shows in line with their feeds. The feed is fetched before anything is written; what it changes is written
/// whole or not at all.
public struct FeedSync {
  /// What became of one show.
  public struct Outcome: Sendable {
    public var podcast: Podcast
    public var isNew = false
    /// Whether the server said that nothing has changed since the last time.
    public var isUnchangedAtSource = false
    public var inserted = 0
    public var updated = 0
    public var unchanged = 0
    /// Items that were not taken.
    public var rejects: [FeedRemark] = []
    /// Items that were taken although something about them could not be read.
    public var notes: [FeedRemark] = []

    /// Whether there were items and none could be taken; then nothing was written.
    public var isRejected: Bool { !rejects.isEmpty && inserted + updated + unchanged == 0 }

    init(_ podcast: Podcast) { self.podcast = podcast }
  }

  private let database: Database
  private let tenant: Tenant
  private let fetch: FeedFetch
  private let now: Instant
  private let ids: any IdentifierSource

  /// `transport` is asked for only when a feed lies on the web. Throws `tenant_archived`.
  public init(
    _ database: Database, tenant: Tenant, now: Instant, ids: any IdentifierSource,
    transport: @escaping () throws(PodctlError) -> any HTTPTransport
  ) throws(PodctlError) {
    try tenant.requireActive()
    self.database = database
    self.tenant = tenant
    self.now = now
    self.ids = ids
    fetch = FeedFetch(transport: transport)
  }

  /// Adds a show with its episodes. Without a slug one is made from the title. Throws `podcast_exists`, or
  /// `quota_reached`; with `ifMissing` a known show of the same feed is synced instead.
  public func add(_ slug: Slug?, _ location: FeedLocation, ifMissing: Bool) throws -> Outcome {
    if let slug, let known = try podcast(slug.text) {
      guard ifMissing, known.feedURL == location.text else { throw exists(known) }
      return try sync(known)
    }
    guard case .read(let feed, let etag, let modified) = try fetch.fetch(location, etag: nil, modified: nil) else {
      throw PodctlError(.internalFault, "a feed that was never read cannot be unchanged")
    }
    let chosen = try slug ?? proposed(for: feed)
    if let known = try podcast(chosen.text) {
      guard ifMissing, known.feedURL == location.text else { throw exists(known) }
      return try apply(feed, to: known, etag, modified, isNew: false)
    }
    let podcast = Podcast(
      id: ids.next(Podcast.self), slug: chosen, title: feed.title.isEmpty ? chosen.text : feed.title,
      author: feed.author, link: feed.link, language: feed.language, feedURL: location.text, feedETag: nil,
      feedModified: nil, syncedAt: nil, createdAt: now, updatedAt: now)
    return try apply(feed, to: podcast, etag, modified, isNew: true)
  }

  /// Brings a known show in line with its feed; by (show, GUID), so that a second time changes nothing.
  public func sync(_ podcast: Podcast) throws -> Outcome {
    guard let text = podcast.feedURL else {
      throw PodctlError(
        .feedInvalid, "podcast \"\(podcast.slug)\" has no feed", hint: "its episodes were given without one",
        context: [.init("podcast", podcast.slug.text)])
    }
    let location = try FeedLocation(stored: text)
    switch try fetch.fetch(location, etag: podcast.feedETag, modified: podcast.feedModified) {
    case .unchanged:
      var outcome = Outcome(podcast)
      outcome.isUnchangedAtSource = true
      outcome.podcast.syncedAt = now
      try database.write(for: tenant.id) { tx in
        outcome.unchanged = try EpisodeStore(tx).counts()[podcast.id] ?? 0
        try PodcastStore(tx).update(outcome.podcast)
      }
      return outcome
    case .read(let feed, let etag, let modified):
      return try apply(feed, to: podcast, etag, modified, isNew: false)
    }
  }

  private func apply(
    _ feed: Feed, to podcast: Podcast, _ etag: String?, _ modified: String?, isNew: Bool
  ) throws -> Outcome {
    try database.write(for: tenant.id) { tx in
      let store = EpisodeStore(tx)
      let paths = feed.episodes.flatMap { $0.files.map(\.path) }
      let plan = EpisodePlan(
        feed.episodes, of: podcast.id,
        against: .init(
          episodes: try store.list(of: podcast.id), paths: try store.paths(of: podcast.id),
          elsewhere: try store.owners(of: paths, outside: podcast.id)),
        sparing: Set(feed.rejects.compactMap(\.guid)), now: now, ids: ids)
      var outcome = Outcome(described(podcast, by: feed))
      outcome.isNew = isNew
      outcome.inserted = plan.inserted.count
      outcome.updated = plan.updatedCount
      outcome.unchanged = plan.unchanged
      outcome.notes = feed.notes
      outcome.rejects = (feed.rejects + plan.refusals.map { refusal($0, feed) }).sorted { $0.position < $1.position }
      if outcome.isRejected { return outcome }
      // A refused item may be welcome once the other episode's path has been settled: then the feed is read again.
      outcome.podcast.feedETag = plan.refusals.isEmpty ? etag : nil
      outcome.podcast.feedModified = plan.refusals.isEmpty ? modified : nil
      outcome.podcast.syncedAt = now
      if isNew {
        try PlanKeeping.requireRoom(for: .podcasts, of: tenant, in: tx, now: now)
        try PodcastStore(tx).insert(outcome.podcast)
      } else {
        try PodcastStore(tx).update(outcome.podcast)
      }
      try store.apply(plan)
      return outcome
    }
  }

  /// The show with what the feed says of it; what the feed leaves out stays.
  private func described(_ podcast: Podcast, by feed: Feed) -> Podcast {
    var described = podcast
    described.title = feed.title.isEmpty ? podcast.title : feed.title
    described.author = feed.author ?? podcast.author
    described.link = feed.link ?? podcast.link
    described.language = feed.language ?? podcast.language
    if described != podcast { described.updatedAt = now }
    return described
  }

  private func refusal(_ refusal: EpisodePlan.Refusal, _ feed: Feed) -> FeedRemark {
    let draft = feed.episodes[refusal.index]
    return FeedRemark(
      position: feed.positions[refusal.index], line: 0, guid: draft.guid, title: draft.title,
      reason: "its path \(refusal.path) belongs to the episode \"\(refusal.owner)\"")
  }

  private func podcast(_ slug: String) throws -> Podcast? {
    try database.read(for: tenant.id) { tx in try PodcastStore(tx).first(slug: slug) }
  }

  private func proposed(for feed: Feed) throws(PodctlError) -> Slug {
    guard let text = Slug.proposed(for: feed.title) else {
      throw PodctlError(
        .usage, "no slug can be made from the feed's title", hint: "name one: podctl podcast add SLUG --feed …")
    }
    return try Slug(text)
  }

  private func exists(_ podcast: Podcast) -> PodctlError {
    PodctlError(
      .podcastExists, "podcast \"\(podcast.slug)\" exists already",
      hint: "bring it up to date with sync, or choose another slug",
      commands: ["podctl podcast sync \(podcast.slug) --tenant \(tenant.slug)"],
      context: [.init("podcast", podcast.slug.text)])
  }
}
