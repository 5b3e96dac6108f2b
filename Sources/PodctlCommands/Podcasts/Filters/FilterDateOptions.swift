import ArgumentParser
import PodctlCore
import PodctlOperations

/// From which day new entries of a list apply.
struct FilterDateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("First day to which new entries apply; the default is all days.", valueName: "day"))
  var from: String?
  @Flag(help: "Drop the first days that earlier imports gave to entries.")
  var undated = false

  func validate() throws {
    if from != nil, undated { throw ValidationError("give either --from or --undated") }
  }

  func dating() throws(PodctlError) -> FilterImport.Dating {
    guard let from else { return undated ? .undated : .always }
    guard let day = Day(from) else {
      throw PodctlError(.invalidDate, "\"\(from)\" is no date", hint: "write it as 2026-11-02")
    }
    return .from(day)
  }
}
