import ArgumentParser

struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "See what ran and how it ended.", subcommands: [RunsList.self])
}
