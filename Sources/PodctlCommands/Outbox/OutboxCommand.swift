import ArgumentParser

struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "See and settle what podctl does to the world outside.",
    subcommands: [OutboxList.self, OutboxShow.self, OutboxResolve.self])
}
