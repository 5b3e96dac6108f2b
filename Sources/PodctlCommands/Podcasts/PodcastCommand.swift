import ArgumentParser

struct PodcastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podcast", abstract: "Shows, their feeds and episodes, and how often they are downloaded.",
    subcommands: [
      PodcastAdd.self, PodcastList.self, PodcastShow.self, PodcastSync.self, PodcastEpisodes.self,
      PodcastMeasure.self, PodcastIngest.self, PodcastClosed.self, PodcastRestatements.self,
    ])
}
