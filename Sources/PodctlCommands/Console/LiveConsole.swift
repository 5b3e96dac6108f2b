import PodctlCore
import PodctlRender

extension Console {
  /// The process's own streams. Colour is for terminals, unless `--color` or `NO_COLOR` decides.
  static func live(_ environment: Environment, color: ColorChoice, isQuiet: Bool, pager: String = "") -> Console {
    let output = Descriptor(1)
    let errors = Descriptor(2)
    func hasColor(_ descriptor: Descriptor) -> Bool {
      switch color {
      case .always: true
      case .never: false
      case .auto:
        if environment["NO_COLOR"] != nil {
          false
        } else if let forced = environment["CLICOLOR_FORCE"], forced != "0" {
          true
        } else {
          descriptor.isTerminal && environment["TERM"] != "dumb"
        }
      }
    }
    let layout = Layout(
      width: output.size?.columns, hasColor: hasColor(output), now: output.isTerminal ? environment.now() : nil)
    // A CI that pretends to be a terminal keeps its log readable.
    let showsProgress = errors.isTerminal && !isQuiet && environment["CI"] == nil && environment["TERM"] != "dumb"
    return Console(
      output: output, errors: errors, layout: layout, errorsHaveColor: hasColor(errors), isQuiet: isQuiet,
      showsProgress: showsProgress, pager: Pager(command: pager, rows: output.size?.rows), environment: environment)
  }
}
