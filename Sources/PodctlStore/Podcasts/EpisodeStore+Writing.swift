import PodctlCore

extension EpisodeStore {
  /// Writes what a plan changes. Throws `path_taken` when a path has gone to another episode since the plan was made.
  public func apply(_ plan: EpisodePlan) throws {
    for episode in plan.inserted { try upsert(episode) }
    for episode in plan.updated { try upsert(episode) }
    for path in plan.paths { try upsert(path) }
    for path in plan.retired { try retire(path) }
  }

  /// Adds an episode, or writes everything of it that may change; a GUID stands for one episode of its show.
  public func upsert(_ episode: Episode) throws {
    try tx.run(
      """
      INSERT INTO episodes (tenant_id, episode_id, podcast_id, guid, title, published_at, duration_seconds, kbps,
        header_bytes, created_at, updated_at)
      VALUES (\(tx.tenant), \(episode.id), \(episode.podcast), \(episode.guid), \(episode.title),
        \(episode.publishedAt), \(episode.durationSeconds), \(episode.kbps), \(episode.headerBytes),
        \(episode.createdAt), \(episode.updatedAt))
      ON CONFLICT (tenant_id, podcast_id, guid) DO UPDATE
      SET title = excluded.title, published_at = excluded.published_at, duration_seconds = excluded.duration_seconds,
        kbps = excluded.kbps, header_bytes = excluded.header_bytes, updated_at = excluded.updated_at
      """)
  }

  /// Adds a path or writes what the feed says of it; throws `path_taken` when it belongs to another episode.
  public func upsert(_ path: EpisodePath) throws {
    let written = try tx.run(
      """
      INSERT INTO episode_paths (tenant_id, path, episode_id, bytes, media_type, host, is_current, first_seen_at)
      VALUES (\(tx.tenant), \(path.path), \(path.episode), \(path.bytes), \(path.mediaType), \(path.host),
        \(path.isCurrent), \(path.firstSeenAt))
      ON CONFLICT (tenant_id, path) DO UPDATE
      SET bytes = excluded.bytes, media_type = excluded.media_type, host = excluded.host,
        is_current = excluded.is_current
      WHERE episode_paths.episode_id = excluded.episode_id
      """)
    guard written == 1 else {
      throw PodctlError(
        .pathTaken, "the path \(path.path) belongs to another episode of this tenant",
        hint: "a log line can count for one episode only; give the file a path of its own",
        commands: ["podctl podcast episodes"], context: [.init("path", path.path)])
    }
  }

  /// The feed no longer names the path; logs of its time still count.
  func retire(_ path: String) throws {
    try tx.run(
      "UPDATE episode_paths SET is_current = \(false) WHERE tenant_id = \(tx.tenant) AND path = \(path)")
  }
}
