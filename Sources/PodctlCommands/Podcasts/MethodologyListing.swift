import PodctlCore
import PodctlRender

/// A description of methodology for scripts.
enum MethodologyListing {
  static let listing = Listing<Methodology>(
    schema: "podctl.podcast.methodology/1",
    [
      Column("tenant", "Tenant") { .text($0.tenant.slug.text) },
      Column("standing", "Standing") { .text($0.claim.standing) },
      Column("made_at", "Made") { .instant($0.madeAt) },
      Column("from", "From") { .day($0.days?.lowerBound) },
      Column("to", "To") { .day($0.days?.upperBound) },
      Column("profile", "Profile") { .text($0.tenant.counting.profile.rawValue) },
      Column("window", "Window") { .text($0.tenant.counting.window.rawValue) },
      Column("zone", "Zone") { .text($0.tenant.zone.identifier) },
      Column("volume_limit", "Volume limit") { methodology in
        methodology.tenant.counting.volumeLimit.map { .integer($0) } ?? .absent("none")
      },
      Column("hls", "HLS") { _ in .text("not counted") },
      Column("closes_after_days", "Closes after days") { .integer($0.tenant.closesAfterDays) },
      Column("read_through", "Read through") { .instant($0.readThrough) },
      Column("lines", "Lines") { .integer($0.lines) },
      Column("reasons", "Reasons") { methodology in
        .list(
          LineReason.allCases.map { reason in
            .object([
              .init("reason", .text(reason.rawValue)), .init("rule", .text(reason.rule)),
              .init("lines", .integer(methodology.reasons[reason] ?? 0)),
            ])
          })
      },
      Column("imported", "Imported downloads") { .integer($0.imported) },
      Column("lists", "Lists") { .list($0.lists.map(list)) },
      Column("safe_networks", "Safe list") { methodology in
        .list(methodology.safeNetworks.map { safe($0, at: methodology.madeAt) })
      },
      Column("sources", "Logs") { .list($0.sources.map(source)) },
      Column("restatements", "Restatements") { .list($0.restatements.map(restated)) },
      Column("anomalies", "Anomalies") { .list($0.anomalies.map(anomaly)) },
      Column("secrets_begin", "New secrets") { .list($0.secrets.compactMap(\.firstDay).map { .day($0) }) },
      Column("purged_days", "Purged days") { .integer($0.purgedDays) },
      Column("purged_through", "Purged through") { .day($0.purgedThrough) },
    ])

  private static func list(_ list: Methodology.List) -> FieldValue {
    .object([
      .init("name", .text(list.name)), .init("sha256", .text(list.sha256)), .init("entries", .integer(list.entries)),
      .init("imported_at", .instant(list.importedAt)), .init("first_day", .day(list.firstDay)),
    ])
  }

  private static func safe(_ safe: Methodology.SafeNetwork, at now: Instant) -> FieldValue {
    .object([
      .init("network", .text(safe.network)), .init("note", .text(safe.note)),
      .init("added_at", .instant(safe.addedAt)), .init("validated_at", .instant(safe.validatedAt)),
      .init("is_stale", .boolean(safe.isStale(at: now))),
    ])
  }

  private static func source(_ source: Methodology.Source) -> FieldValue {
    .object([
      .init("format", .text(source.format)), .init("rules", .text(source.rules)),
      .init("list_version", .text(source.listVersion)), .init("files", .integer(source.files)),
      .init("lines", .integer(source.lines)), .init("bytes", .integer(source.bytes)),
      .init("first_at", .instant(source.firstAt)), .init("last_at", .instant(source.lastAt)),
    ])
  }

  private static func restated(_ restated: Methodology.Restated) -> FieldValue {
    .object([
      .init("day", .day(restated.day)), .init("episode", .text(restated.episode)),
      .init("was", .integer(restated.was)), .init("became", .integer(restated.became)),
      .init("changed_at", .instant(restated.changedAt)), .init("cause", .text(restated.cause)),
    ])
  }

  private static func anomaly(_ anomaly: Anomaly) -> FieldValue {
    .object([
      .init("day", .day(anomaly.day)), .init("kind", .text(anomaly.kind.rawValue)),
      .init("show", .text(anomaly.show?.text)), .init("subject", .text(anomaly.subject)),
      .init("number", .decimal(units: anomaly.number, digits: 2)),
      .init("threshold", .decimal(units: anomaly.threshold, digits: 2)), .init("unit", .text(anomaly.unit)),
      .init("detail", .text(anomaly.detail)),
    ])
  }
}
