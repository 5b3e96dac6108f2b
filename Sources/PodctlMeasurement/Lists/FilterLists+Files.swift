import Foundation
import PodctlCore

extension FilterLists {
  /// Reads every list that is known by its name from folders, a folder may hold any of them, and files of safe networks
  /// and bad referrers besides. Without a file of agents the built-in list stands in. Throws `file_not_found`,
  /// `file_unreadable` or `list_invalid`.
  public static func reading(
    _ folders: [String], safe: [String] = [], referrers: [String] = []
  ) throws(PodctlError) -> FilterLists {
    var files = try FilterLists.files(in: folders)
    if files.isEmpty, !folders.isEmpty {
      throw PodctlError(
        .listInvalid, "there is no known list in \(folders.joined(separator: ", "))",
        hint: "lists are known by name: \(FilterListFile.knownNames.map(\.name).joined(separator: ", "))")
    }
    for path in safe { files.append(try file(.safe, path)) }
    for path in referrers { files.append(try file(.referrers, path)) }
    return try reading(files: files)
  }

  /// The files of folders that are known by their names, folder by folder for each name. Throws `file_not_found` or
  /// `file_unreadable`.
  public static func files(in folders: [String]) throws(PodctlError) -> [FilterListFile] {
    for folder in folders { try requireFolder(folder) }
    var files: [FilterListFile] = []
    for (name, kind) in FilterListFile.knownNames {
      for folder in folders {
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { continue }
        files.append(FilterListFile(kind, name: name, bytes: try contents(path)))
      }
    }
    return files
  }

  private static func requireFolder(_ folder: String) throws(PodctlError) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else {
      throw PodctlError(
        .fileNotFound, "there is no folder \(folder)", hint: "--lists names a folder of list files",
        context: [.init("path", folder)])
    }
  }

  private static func file(_ kind: FilterListFile.Kind, _ path: String) throws(PodctlError) -> FilterListFile {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PodctlError(
        .fileNotFound, "there is no file \(path)", hint: "check the path", context: [.init("path", path)])
    }
    return FilterListFile(kind, name: URL(filePath: path).lastPathComponent, bytes: try contents(path))
  }

  private static func contents(_ path: String) throws(PodctlError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PodctlError(.fileUnreadable, "\(path) cannot be read", context: [.init("path", path)])
    }
    return [UInt8](data)
  }
}
