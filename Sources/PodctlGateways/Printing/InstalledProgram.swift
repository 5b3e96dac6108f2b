import Foundation

enum InstalledProgram {
  /// The first program of this name on the `PATH` of a process's variables; nil where none is.
  static func path(of name: String, in variables: [String: String]) -> String? {
    let folders = (variables["PATH"] ?? "").split(separator: ":")
    return folders.map { (folder: Substring) -> String in "\(folder)/\(name)" }
      .first { (path: String) -> Bool in access(path, X_OK) == 0 }
  }
}
