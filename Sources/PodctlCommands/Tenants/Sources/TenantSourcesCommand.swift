import ArgumentParser

struct TenantSourcesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Manage how far a tenant's logs, imported delivery and conversions are complete.",
    subcommands: [TenantSourcesList.self, TenantSourcesComplete.self, TenantSourcesForget.self])
}
