import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

/// Where migrations are tried.
struct ShadowOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      An empty PostgreSQL database to try migrations in, where the role may create none; it is emptied again. \
      PODCTL_SHADOW_URL says the same.
      """, valueName: "url"))
  var shadowUrl: String?

  func address(in context: CommandContext) throws -> DatabaseURL? {
    try (shadowUrl ?? context.environment["PODCTL_SHADOW_URL"]).map { try DatabaseURL($0) }
  }
}

/// What the files are compared with.
struct MigrationBaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Git commit whose files of --dir are deployed now, such as origin/main.", valueName: "commit"))
  var baseRef: String?
  @Option(help: ArgumentHelp("Folder with the files that are deployed now.", valueName: "folder"))
  var baseDir: String?

  func validate() throws {
    if baseRef != nil, baseDir != nil { throw ValidationError("give one of --base-ref and --base-dir") }
  }

  /// Nil where no base was named.
  func files(of chosen: MigrationOptions, in context: CommandContext) throws -> [MigrationFile]? {
    if let baseDir { return try MigrationSource.folder(baseDir).files() }
    guard let baseRef else { return nil }
    guard let folder = chosen.folder else {
      throw PodctlError(.usage, "--base-ref reads the files of a folder", hint: "add --dir, or use --base-dir")
    }
    return try MigrationBase(
      GitFiles(baseRef, of: folder, variables: context.environment.variables)
    ).files()
  }
}
