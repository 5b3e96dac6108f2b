import Foundation
import PodctlCore
import PodctlGateways
import PodctlMeasurement

/// One list as it was read from its source.
struct ReadList {
  var file: FilterListFile
  var source: String
  var etag: String?
}

/// Where lists are read: a folder, a file or an address.
struct ListPlace {
  private let text: String
  private let workingDirectory: String

  init(_ text: String, workingDirectory: String) {
    self.text = text
    self.workingDirectory = workingDirectory
  }

  private var path: String { text.hasPrefix("/") ? text : workingDirectory + "/" + text }

  /// The lists that lie there; `name` says which list a file or an address holds whose own name does not. Nil stands
  /// for a list that has not changed since `etag`. Throws `list_invalid`, `file_not_found`, `file_unreadable` or
  /// `service_unreachable`.
  func lists(
    as name: String?, etag: String? = nil, transport: () throws(PodctlError) -> any HTTPTransport
  ) throws(PodctlError) -> [ReadList]? {
    if let address = HTTPAddress(text) {
      switch try DocumentClient(transport()).fetch(address, etag: etag) {
      case .unchanged: return nil
      case .fetched(let bytes, let etag):
        let last = URL(string: address.shown)?.lastPathComponent ?? ""
        return [ReadList(file: try file(name ?? last, bytes, shown: address.shown), source: address.text, etag: etag)]
      }
    }
    if text.contains("://") {
      throw PodctlError(.usage, "lists are read from files, folders, and over http and https", hint: "name one of them")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw PodctlError(
        .fileNotFound, "there is no file or folder \(text)", hint: "check the path", context: [.init("path", text)])
    }
    guard isFolder.boolValue else {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw PodctlError(.fileUnreadable, "\(text) cannot be read", context: [.init("path", text)])
      }
      let read = try file(name ?? URL(filePath: path).lastPathComponent, [UInt8](data), shown: text)
      return [ReadList(file: read, source: path)]
    }
    guard name == nil else {
      throw PodctlError(.usage, "\(text) is a folder, and --as names one list", hint: "name the file itself")
    }
    let files = try FilterLists.files(in: [path])
    guard !files.isEmpty else { throw unknown("there is no known list in \(text)") }
    return files.map { ReadList(file: $0, source: path + "/" + $0.name) }
  }

  private func file(_ name: String, _ bytes: [UInt8], shown: String) throws(PodctlError) -> FilterListFile {
    guard let file = FilterListFile(name: name, bytes: bytes) else { throw unknown("\(shown) is no known list") }
    return file
  }

  private func unknown(_ message: String) -> PodctlError {
    PodctlError(
      .listInvalid, message,
      hint: "lists are known by name, or by --as NAME: "
        + FilterListFile.knownNames.map(\.name).joined(separator: ", "))
  }
}
