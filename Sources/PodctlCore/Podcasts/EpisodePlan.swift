/// What a feed changes about a show's episodes; made without touching anything.
public struct EpisodePlan: Sendable, Equatable {
  /// A draft that cannot be taken, by its place among the drafts.
  public struct Refusal: Sendable, Equatable {
    public var index: Int
    public var path: String
    /// The GUID of the episode that has the path.
    public var owner: String
  }

  public private(set) var inserted: [Episode] = []
  /// Episodes with a new title, date or duration; one whose paths alone changed is among `changedByPath`.
  public private(set) var updated: [Episode] = []
  public private(set) var changedByPath = 0
  public private(set) var unchanged = 0
  public private(set) var refusals: [Refusal] = []
  /// Paths that are new or of which something changed.
  public private(set) var paths: [EpisodePath] = []
  /// Paths that the feed no longer names.
  public private(set) var retired: [String] = []

  public var updatedCount: Int { updated.count + changedByPath }
  public var taken: Int { inserted.count + updatedCount + unchanged }

  /// What is stored of the tenant, as far as a plan needs it.
  public struct Stored: Sendable {
    public var episodes: [Episode]
    public var paths: [EpisodePath]
    /// Paths of the tenant's other shows, each with its episode's GUID.
    public var elsewhere: [String: String]

    public init(episodes: [Episode], paths: [EpisodePath], elsewhere: [String: String]) {
      self.episodes = episodes
      self.paths = paths
      self.elsewhere = elsewhere
    }
  }

  /// Compares a feed's episodes with the stored ones. `sparing` are GUIDs of items that could not be read: whatever is
  /// stored of them stays as it is.
  public init(
    _ drafts: [EpisodeDraft], of podcast: Identifier<Podcast>, against stored: Stored, sparing: Set<String>,
    now: Instant, ids: any IdentifierSource
  ) {
    let byGUID = Dictionary(stored.episodes.map { ($0.guid, $0) }, uniquingKeysWith: { first, _ in first })
    let guidByID = Dictionary(stored.episodes.map { ($0.id, $0.guid) }, uniquingKeysWith: { first, _ in first })
    let byPath = Dictionary(stored.paths.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let pathsByEpisode = Dictionary(grouping: stored.paths, by: \.episode)
    var spared = sparing
    for (index, draft) in drafts.enumerated() {
      let known = byGUID[draft.guid]
      func owner(of path: String) -> String? {
        if let here = byPath[path] { return here.episode == known?.id ? nil : guidByID[here.episode] ?? "" }
        return stored.elsewhere[path]
      }
      if let first = draft.files.first, let owner = owner(of: first.path) {
        refusals.append(Refusal(index: index, path: first.path, owner: owner))
        spared.insert(draft.guid)
        continue
      }
      // An alternative file that another episode has is simply not taken; the enclosure counts.
      let files = draft.files.filter { owner(of: $0.path) == nil }
      let merged = known.map { draft.merged(into: $0) }
      let episode = merged ?? draft.episode(ids.next(Episode.self), of: podcast, at: now)
      let changedPaths = files.compactMap { file in file.path(of: episode.id, over: byPath[file.path], at: now) }
      let named = Set(files.map(\.path))
      let dropped = (pathsByEpisode[episode.id] ?? []).filter { $0.isCurrent && !named.contains($0.path) }
      paths += changedPaths
      retired += dropped.map(\.path)
      if known == nil {
        inserted.append(episode)
      } else if var changed = merged, changed != known {
        changed.updatedAt = now
        updated.append(changed)
      } else if !changedPaths.isEmpty || !dropped.isEmpty {
        changedByPath += 1
      } else {
        unchanged += 1
      }
    }
    let inFeed = Set(drafts.map(\.guid)).union(spared)
    for episode in stored.episodes where !inFeed.contains(episode.guid) {
      retired += (pathsByEpisode[episode.id] ?? []).filter(\.isCurrent).map(\.path)
    }
  }
}

extension EpisodeDraft {
  /// A new episode; what is unknown stays so.
  func episode(_ id: Identifier<Episode>, of podcast: Identifier<Podcast>, at now: Instant) -> Episode {
    Episode(
      id: id, podcast: podcast, guid: guid, title: title, publishedAt: publishedAt, durationSeconds: durationSeconds,
      kbps: kbps, headerBytes: headerBytes ?? 0, createdAt: now, updatedAt: now)
  }

  /// The stored episode with what the draft knows.
  func merged(into episode: Episode) -> Episode {
    var merged = episode
    merged.title = title
    merged.publishedAt = publishedAt ?? episode.publishedAt
    merged.durationSeconds = durationSeconds ?? episode.durationSeconds
    merged.kbps = kbps ?? episode.kbps
    merged.headerBytes = headerBytes ?? episode.headerBytes
    return merged
  }
}

extension EpisodeDraft.File {
  /// The path as it should be stored; nil when it is so already.
  func path(of episode: Identifier<Episode>, over stored: EpisodePath?, at now: Instant) -> EpisodePath? {
    let wanted = EpisodePath(
      path: path, episode: episode, bytes: bytes ?? stored?.bytes, mediaType: mediaType ?? stored?.mediaType,
      host: host ?? stored?.host, isCurrent: true, firstSeenAt: stored?.firstSeenAt ?? now)
    return wanted == stored ? nil : wanted
  }
}
