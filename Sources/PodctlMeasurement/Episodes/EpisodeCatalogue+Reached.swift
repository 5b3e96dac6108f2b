import PodctlCore

extension EpisodeCatalogue {
  /// Whether a coverage reaches the threshold of any one path of the episode.
  public func isReached(_ coverage: Coverage, episode: Int) -> Bool {
    pathsOfEpisode[episode].contains { number in
      coverage.covered(keys[number], size: paths[number].bytes) >= thresholds[number]
    }
  }
}

extension EpisodeCatalogue {
  /// Bytes that a coverage holds of a path as it was logged; nil when no episode has the path.
  public func covered(_ coverage: Coverage, path: String) -> Int64? {
    let text = Unescaping.path(path)
    return texts.firstIndex(of: text).map { coverage.covered(keys[$0], size: paths[$0].bytes) }
  }
}
