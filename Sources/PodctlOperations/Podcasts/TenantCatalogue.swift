import PodctlCore
import PodctlMeasurement
import PodctlStore

/// A tenant's episodes as counting knows them, with their stored ids.
public struct TenantCatalogue: Sendable {
  /// In the order of their numbers in the catalogue.
  public let episodes: [Episode]
  public let catalogue: EpisodeCatalogue

  public init(_ tx: TenantTransaction) throws {
    let known = try EpisodeStore(tx).list(of: nil)
    let numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.id, $0) })
    let paths = try EpisodeStore(tx).paths(of: nil).compactMap { path -> MeasuredPath? in
      guard let number = numbers[path.episode] else { return nil }
      let episode = known[number]
      return MeasuredPath(
        path: path.path, episode: number, bytes: path.bytes, seconds: episode.durationSeconds, kbps: episode.kbps,
        headerBytes: episode.headerBytes)
    }
    episodes = known
    catalogue = try EpisodeCatalogue(episodes: known.map(\.guid), paths: paths)
  }
}
