import PodctlCore

extension EpisodeCatalogue {
  /// Whether a coverage reaches the threshold of any one path of the episode.
  public func isReached(_ coverage: Coverage, episode: Int) -> Bool {
    pathsOfEpisode[episode].contains { number in
      coverage.covered(keys[number], size: paths[number].bytes) >= thresholds[number]
    }
  }
}
