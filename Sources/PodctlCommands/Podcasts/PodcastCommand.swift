import ArgumentParser

struct PodcastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podcast", abstract: "Manage shows, feeds and episodes, and count downloads.",
    subcommands: [
      PodcastAdd.self, PodcastList.self, PodcastShow.self, PodcastSync.self, PodcastEpisodes.self,
      PodcastMeasure.self, PodcastIngest.self, PodcastDownloads.self, PodcastAudience.self, PodcastExplain.self,
      PodcastAnomalies.self, PodcastMethodology.self, PodcastClosed.self, PodcastRestatements.self, PodcastPurge.self,
      PodcastFiltersCommand.self,
    ])
}
