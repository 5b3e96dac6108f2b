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
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Set-up", subcommands: [ConfigCommand.self]),
      CommandGroup(name: "Main job", subcommands: [PodcastCommand.self]),
    ])

  public init() {}

  /// Runs the process's words and ends it with the contract's exit status.
  public static func launch() async {
    let words = Array(ProcessInfo.processInfo.arguments.dropFirst())
    let asJSON = ErrorFormat.isJSON(words)
    Signals.prepare(asJSON: asJSON)
    let status = await Outcome.of(words, asJSON: asJSON)
    Foundation.exit(status)
  }
}
