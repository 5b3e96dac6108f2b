import PodctlCore
import PodctlStore

/// Plans spots and says which have aired.
public enum SpotBooking {
  /// Adds a spot to a flight that exists.
  public static func add(
    _ part: OrderFile.SpotPart, to flight: Flight, tenant: Tenant, in tx: TenantTransaction, now: Instant,
    ids: any IdentifierSource
  ) throws -> Spot {
    let spot = try spot(part, of: flight, tenant: tenant, in: tx, now: now, ids: ids)
    try SpotStore(tx).insert(spot)
    return spot
  }

  /// What `air` did: the spots as they are now, and how many were so before.
  public struct Aired: Sendable {
    public var changed: [Spot]
    public var unchanged: Int
  }

  /// Marks spots of a flight as aired or missed; the other spots stay as they are. A spot that is so already is left
  /// alone, one that has not come yet cannot have aired.
  public static func mark(
    _ spots: [Spot], _ status: Spot.Status, on day: Day?, note: String?, flight: Flight, tenant: Tenant,
    in tx: TenantTransaction, now: Instant
  ) throws -> Aired {
    var result = Aired(changed: [], unchanged: 0)
    for var spot in spots {
      let airsOn = day ?? spot.airsOn
      try flight.validate(airsOn: airsOn)
      if status == .aired { try requirePast(airsOn, tenant: tenant, now: now) }
      if spot.status == status, spot.airsOn == airsOn, note == nil || note == spot.note {
        result.unchanged += 1
        continue
      }
      spot.airsOn = airsOn
      spot.airedAt = status == .aired ? spot.airedAt ?? now : nil
      spot.status = status
      spot.note = note ?? spot.note
      try SpotStore(tx).mark(spot.id, status, airsOn: airsOn, airedAt: spot.airedAt, note: spot.note)
      result.changed.append(spot)
    }
    return result
  }

  static func spot(
    _ part: OrderFile.SpotPart, of flight: Flight, tenant: Tenant, in tx: TenantTransaction, now: Instant,
    ids: any IdentifierSource
  ) throws -> Spot {
    let day = try Day(typed: part.airsOn, for: "a spot of flight \"\(flight.slug)\"")
    try flight.validate(airsOn: day)
    if part.aired { try requirePast(day, tenant: tenant, now: now) }
    let episode = try episode(part.episode, podcast: part.podcast, in: tx)
    return Spot(
      id: ids.next(Spot.self), flight: flight.id, episode: episode.id, airsOn: day,
      status: part.aired ? .aired : .planned, airedAt: part.aired ? now : nil, note: nil, createdAt: now)
  }

  /// An episode by its GUID, alone or as `SHOW/GUID`; throws `episode_not_found`, also where two shows share the GUID.
  public static func episode(_ guid: String, podcast: String?, in tx: TenantTransaction) throws -> SpotEpisode {
    let store = SpotStore(tx)
    var found = try store.episodes(guid: guid, podcast: podcast)
    if found.isEmpty, podcast == nil, let cut = guid.firstIndex(of: "/") {
      found = try store.episodes(guid: String(guid[guid.index(after: cut)...]), podcast: String(guid[..<cut]))
    }
    if found.count == 1 { return found[0] }
    let place = podcast.map { " in podcast \"\($0)\"" } ?? ""
    guard found.isEmpty else {
      let shows = found.map(\.podcastSlug.text).joined(separator: ", ")
      throw PodctlError(
        .episodeNotFound, "episode \"\(guid)\" is in several podcasts: \(shows)", hint: "name the podcast too",
        context: [.init("episode", guid)])
    }
    let suggestion = Suggestion.nearest(to: guid, among: try store.guids())
    throw PodctlError(
      .episodeNotFound, "episode \"\(guid)\" not found\(place)", hint: suggestion.map { "did you mean \"\($0)\"?" },
      commands: ["podctl podcast episodes --help"], context: [.init("episode", guid)])
  }

  private static func requirePast(_ day: Day, tenant: Tenant, now: Instant) throws(PodctlError) {
    let today = tenant.zone.day(of: now)
    guard day <= today else {
      throw PodctlError(
        .flightDatesInvalid, "a spot on \(day) cannot have aired: today is \(today) in \(tenant.zone)",
        hint: "plan it now and mark it when it has aired")
    }
  }
}
