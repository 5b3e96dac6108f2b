import ArgumentParser

struct PodcastFiltersSafeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safe", abstract: "Manage a tenant's safe list: shared addresses with real listeners.",
    subcommands: [
      PodcastFiltersSafeAdd.self, PodcastFiltersSafeList.self, PodcastFiltersSafeRenew.self,
      PodcastFiltersSafeRemove.self,
    ])
}
