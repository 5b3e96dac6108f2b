import ArgumentParser

struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "Inspect and resolve what podctl does at Stripe and mail services.",
    subcommands: [OutboxList.self, OutboxShow.self, OutboxResolve.self])
}
