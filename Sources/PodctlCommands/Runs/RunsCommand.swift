import ArgumentParser

struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "Show the record of runs and how each ended.", subcommands: [RunsList.self])
}
