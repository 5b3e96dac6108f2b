import ArgumentParser

/// `podctl podcast`: shows, their episodes, and what was downloaded of them.
struct PodcastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podcast", abstract: "Shows, their episodes, and counted downloads.",
    subcommands: [PodcastMeasure.self])
}
