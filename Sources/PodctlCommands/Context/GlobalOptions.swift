import ArgumentParser
import PodctlRender

/// What every leaf takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("database"),
    help: ArgumentHelp(
      "sqlite:PATH or postgres://…; the default is DATABASE_URL, then a SQLite file.", valueName: "url"))
  var databaseURL: String?

  @Option(help: ArgumentHelp("Settings file, instead of the one in the configuration directory.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("Profile of the settings file.", valueName: "name"))
  var profile: String?

  @Flag(help: "Print no messages on success.")
  var quiet = false

  @Option(help: ArgumentHelp("When to use colour; the default is auto.", valueName: "when"))
  var color: ColorChoice?
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, always, never }

/// What every leaf takes that lists or shows.
struct OutputOptions: ParsableArguments {
  @Option(help: "Output format.")
  var format: OutputFormat = .table

  @Flag(help: "The same as --format json, with all fields.")
  var json = false

  @Option(help: ArgumentHelp("Only these fields, in this order, in any format.", valueName: "a,b,c"))
  var fields: String?

  var chosen: OutputFormat { json ? .json : format }
}

extension OutputFormat: ExpressibleByArgument {}

/// What every leaf takes that works within one tenant.
struct TenantOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The tenant's slug; the default is PODCTL_TENANT or the profile's.", valueName: "slug"),
    completion: SlugCompletion.tenants)
  var tenant: String?
}
