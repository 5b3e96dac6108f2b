import ArgumentParser

struct AttributionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution", abstract: "Credit a sponsor's conversions to the spots that were downloaded.",
    subcommands: [AttributionImport.self, AttributionRun.self, AttributionCompare.self, AttributionExplain.self])
}
