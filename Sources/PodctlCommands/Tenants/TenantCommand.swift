import ArgumentParser

struct TenantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant", abstract: "Manage tenants; none sees another's data.",
    subcommands: [
      TenantCreate.self, TenantList.self, TenantShow.self, TenantUpdate.self, TenantArchive.self,
      TenantSourcesCommand.self, TenantBrandCommand.self, TenantPlanCommand.self, TenantRotateSecret.self,
      TenantSeed.self, TenantReset.self,
    ])
}
