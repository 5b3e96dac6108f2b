import PodctlCore
import PodctlRender

enum SafeNetworkListing {
  static func columns(_ schema: String, now: Instant) -> Listing<SafeNetwork> {
    Listing(
      schema: schema,
      [
        Column("network", "Network") { .text($0.network) },
        Column("state", "State") { .text($0.isStale(at: now) ? "stale" : "valid") },
        Column("validated_at", "Looked at") { .instant($0.validatedAt) },
        Column("due_at", "Due") { .instant($0.dueAt) },
        Column("note", "Note") { .text($0.note) },
        Column("added_at", "Added", inTable: false) { .instant($0.addedAt) },
      ])
  }
}
