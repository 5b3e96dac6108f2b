import ArgumentParser
import PodctlCore
import PodctlOperations

/// From which day new entries of a list apply.
struct FilterDateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Entries that are new apply from this day on; otherwise to all days.", valueName: "day"))
  var from: String?
  @Flag(help: "Forget the days from which earlier imports let entries apply.")
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
