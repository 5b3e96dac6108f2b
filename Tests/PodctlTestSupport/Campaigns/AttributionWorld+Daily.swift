import PodctlCore
import PodctlStore

extension AttributionWorld {
  /// Counted downloads of an episode, one figure for each day from the first.
  public func addDaily(episode: UInt64, from first: String, _ downloads: [Int64]) throws {
    let first = try day(first)
    try database.write(for: tenant.id) { tx in
      for (offset, count) in downloads.enumerated() {
        try tx.run(
          """
          INSERT INTO daily_downloads (tenant_id, day, episode_id, provenance, downloads, updated_at)
          VALUES (\(tx.tenant), \(first.advanced(by: offset)), \(id(episode, Episode.self)), \(Provenance.counted),
            \(count), \(FixedTime.now))
          """)
      }
    }
  }
}
