import ArgumentParser

struct PodcastFiltersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filters", abstract: "Manage the filter lists: robots, data centres and shared addresses.",
    subcommands: [
      PodcastFiltersImport.self, PodcastFiltersShow.self, PodcastFiltersUpdate.self, PodcastFiltersDiff.self,
      PodcastFiltersSafeCommand.self,
    ])
}
