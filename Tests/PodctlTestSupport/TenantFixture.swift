import PodctlCore
import PodctlStore

/// Tenants and shows for tests that are about something else.
public enum TenantFixture {
  public static func tenant(
    _ slug: String, ids: any IdentifierSource, zone: Zone = .utc, fingerprint: String = "none"
  ) throws -> Tenant {
    Tenant(
      id: ids.next(Tenant.self), slug: try Slug(slug), name: slug.uppercased(), kind: .independent, zone: zone,
      currency: .usd, contactEmail: nil, status: .active, demo: nil, secretFingerprint: fingerprint,
      createdAt: FixedTime.now, updatedAt: FixedTime.now)
  }

  /// A stored tenant.
  public static func stored(
    _ slug: String, in database: Database, ids: any IdentifierSource, fingerprint: String = "none"
  ) throws -> Tenant {
    let tenant = try tenant(slug, ids: ids, fingerprint: fingerprint)
    try database.write { tx in try TenantStore(tx).insert(tenant) }
    return tenant
  }

  public static func podcast(_ slug: String, ids: any IdentifierSource, feed: String? = nil) throws -> Podcast {
    Podcast(
      id: ids.next(Podcast.self), slug: try Slug(slug), title: slug.uppercased(), author: nil, link: nil,
      language: nil, feedURL: feed, feedETag: nil, feedModified: nil, syncedAt: nil, createdAt: FixedTime.now,
      updatedAt: FixedTime.now)
  }

  public static func episode(
    _ guid: String, of podcast: Podcast, ids: any IdentifierSource, published: Instant? = nil
  ) -> Episode {
    Episode(
      id: ids.next(Episode.self), podcast: podcast.id, guid: guid, title: guid.uppercased(), publishedAt: published,
      durationSeconds: nil, kbps: nil, headerBytes: 0, createdAt: FixedTime.now, updatedAt: FixedTime.now)
  }

  public static func path(_ path: String, of episode: Episode) -> EpisodePath {
    EpisodePath(
      path: path, episode: episode.id, bytes: 1000, mediaType: "audio/mpeg", isCurrent: true,
      firstSeenAt: FixedTime.now)
  }
}
