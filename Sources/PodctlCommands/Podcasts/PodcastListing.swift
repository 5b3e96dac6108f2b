import PodctlCore
import PodctlRender

/// A show with the number of its episodes.
struct PodcastEntry: Sendable {
  var podcast: Podcast
  var episodes: Int
}

enum PodcastListing {
  static func columns(_ schema: String) -> Listing<PodcastEntry> {
    Listing(
      schema: schema,
      [
        Column("podcast", "Podcast") { .text($0.podcast.slug.text) },
        Column("title", "Title") { .text($0.podcast.title) },
        Column("author", "Author") { .text($0.podcast.author) },
        Column("episodes", "Episodes", .trailing) { .integer($0.episodes) },
        Column("synced_at", "Synced") { .instant($0.podcast.syncedAt) },
        Column("language", "Language", inTable: false) { .text($0.podcast.language) },
        Column("link", "Link", inTable: false) { .text($0.podcast.link) },
        Column("feed_url", "Feed", inTable: false) { .text($0.podcast.feedURL.map { Redaction.masked($0) }) },
        Column("id", "Id", inTable: false) { .text($0.podcast.id.description) },
        Column("created_at", "Created", inTable: false) { .instant($0.podcast.createdAt) },
        Column("updated_at", "Updated", inTable: false) { .instant($0.podcast.updatedAt) },
      ])
  }
}
