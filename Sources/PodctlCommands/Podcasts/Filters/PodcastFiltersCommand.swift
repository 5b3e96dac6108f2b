import ArgumentParser

struct PodcastFiltersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filters", abstract: "The lists of robots, data centres and shared addresses that counts go by.",
    subcommands: [
      PodcastFiltersImport.self, PodcastFiltersShow.self, PodcastFiltersUpdate.self, PodcastFiltersDiff.self,
      PodcastFiltersSafeCommand.self,
    ])
}
