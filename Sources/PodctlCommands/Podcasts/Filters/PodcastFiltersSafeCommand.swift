import ArgumentParser

struct PodcastFiltersSafeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safe", abstract: "Shared addresses of a tenant that are people, whatever the lists say.",
    subcommands: [
      PodcastFiltersSafeAdd.self, PodcastFiltersSafeList.self, PodcastFiltersSafeRenew.self,
      PodcastFiltersSafeRemove.self,
    ])
}
