import ArgumentParser
import PodctlCore
import PodctlMeasurement

/// How logs are read.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Log format; the default is detected from the first lines.", valueName: "name"),
    completion: .list(FormatChoice.names))
  var logFormat: String?

  @Option(
    help: ArgumentHelp("Mapping file that names the columns of another format.", valueName: "file"),
    completion: .file())
  var formatMap: String?

  func validate() throws {
    if logFormat != nil, formatMap != nil { throw ValidationError("give either --log-format or --format-map") }
  }

  /// The format that was asked for; throws `usage`, or what reading a mapping file can throw.
  func choice() throws(PodctlError) -> FormatChoice {
    if let formatMap { return try FormatMap.read(formatMap) }
    return try logFormat.map { (name) throws(PodctlError) in try FormatChoice(named: name) } ?? .detected
  }

  /// The files that the words stand for, with a note about those that were left out.
  func inputs(_ words: [String], in context: CommandContext) throws(PodctlError) -> LogInputs {
    let inputs = try LogInputs(words: words)
    for skipped in inputs.skipped { context.console.note("skipped \(skipped)") }
    return inputs
  }
}
