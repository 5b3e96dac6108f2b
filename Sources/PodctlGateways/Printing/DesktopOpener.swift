import Foundation
import PodctlCore

/// Hands a file to whatever the desktop opens its kind with.
public struct DesktopOpener: Sendable {
  private let variables: [String: String]

  /// The process's variables: `PATH` says where programs are, the others where the desktop is.
  public init(variables: [String: String]) { self.variables = variables }

  /// Throws `printer_missing` where there is no desktop.
  public func open(_ path: String) throws {
    guard let program = InstalledProgram.path(of: "xdg-open", in: variables) else {
      throw PodctlError(
        .printerMissing, "there is no desktop to open \(path) on: xdg-open is not installed",
        hint: "copy the file to where a browser is", context: [.init("file", path)])
    }
    let child = Process()
    child.executableURL = URL(fileURLWithPath: program)
    child.arguments = [path]
    child.environment = variables
    do { try child.run() } catch {
      throw PodctlError(.printerMissing, "\(path) could not be opened", hint: "open it in a browser")
    }
    child.waitUntilExit()
  }
}
