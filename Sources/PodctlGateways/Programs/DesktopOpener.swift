import PodctlCore

/// Hands a file to whatever the desktop opens its kind with.
public struct DesktopOpener: Sendable {
  private let program: InstalledProgram?

  /// The process's variables: `PATH` says where programs are, the others where the desktop is.
  public init(variables: [String: String]) { program = InstalledProgram("xdg-open", in: variables) }

  /// Throws `printer_missing` where there is no desktop.
  public func open(_ path: String) throws {
    guard let program else {
      throw PodctlError(
        .printerMissing, "there is no desktop to open \(path) on: xdg-open is not installed",
        hint: "copy the file to where a browser is", context: [.init("file", path)])
    }
    guard let status = try? program.handOver([path]), status == 0 else {
      throw PodctlError(
        .printerMissing, "\(path) could not be opened", hint: "open it in a browser", context: [.init("file", path)])
    }
  }
}
