import ArgumentParser
import PodctlCore
import PodctlRender

/// Prints every setting as it applies to this very command.
struct ConfigShow: PodctlCommand {
  static let example = "podctl config show --origin"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show every setting and where it comes from.",
    discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Show where each value comes from.")
  var origin = false

  func run(in context: CommandContext) throws {
    try context.console.emit(SettingLine.listing(showsOrigin: origin), context.settings.lines, output)
  }
}
