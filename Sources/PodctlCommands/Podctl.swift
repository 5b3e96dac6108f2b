import ArgumentParser
import Foundation
import PodctlCore

/// The root of the command tree.
public struct Podctl: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "podctl",
    abstract: "Podcast advertising from the log file to the invoice.",
    discussion: """
      podctl counts downloads from CDN logs by the IAB's rules, follows campaigns against them, credits conversions, \
      and makes sponsor reports and invoices, for many tenants in one SQLite or PostgreSQL database.

      Topics (podctl help TOPIC):
      \(HelpTopic.list)
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Set-up", subcommands: setUp),
      CommandGroup(name: "Selling", subcommands: selling),
      CommandGroup(name: "Proof", subcommands: proof),
      CommandGroup(name: "Money", subcommands: money),
      CommandGroup(name: "Record", subcommands: record),
    ].filter { !$0.subcommands.isEmpty })

  // A new noun joins one of these lists and is then in the help, the man pages, the completions and the tests.
  private static let setUp: [any ParsableCommand.Type] = [
    Migrate.self,
    TenantCommand.self,
    PodcastCommand.self,
    ConfigCommand.self,
    Doctor.self,
  ]
  private static let selling: [any ParsableCommand.Type] = [
    CampaignCommand.self
  ]
  private static let proof: [any ParsableCommand.Type] = [
    AttributionCommand.self,
    ReportCommand.self,
  ]
  private static let money: [any ParsableCommand.Type] = [
    BillCommand.self
  ]
  private static let record: [any ParsableCommand.Type] = [
    RunsCommand.self,
    OutboxCommand.self,
    MetricsCommand.self,
  ]

  public init() {}

  /// Runs the process's words and ends it with the contract's exit status.
  public static func launch() async {
    let words = Array(CommandLine.arguments.dropFirst())
    // Asked for by every script that looks for podctl: answered before the tree of commands is put together.
    if words == ["--version"] {
      try? Descriptor(1).write(text: configuration.version + "\n")
      Foundation.exit(ExitStatus.success.rawValue)
    }
    let asJSON = OptionWords.wantsJSON(words)
    Signals.prepare(asJSON: asJSON)
    let status = await Outcome.of(words, asJSON: asJSON)
    Foundation.exit(status)
  }
}
