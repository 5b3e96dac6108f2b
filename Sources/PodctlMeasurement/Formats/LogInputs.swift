import Glibc
import PodctlCore

/// The logs that words of the command line stand for.
public struct LogInputs: Sendable, Equatable {
  /// Files in the order of the words, those of a folder or a pattern sorted by the bytes of their paths; `-` is standard
  /// input.
  public private(set) var paths: [String] = []
  /// Files that were found in folders and left out, with why.
  public private(set) var skipped: [String] = []

  /// Endings of files that somebody is still writing.
  private static let unfinished = [".part", ".partial", ".tmp", ".crdownload", ".download", ".swp", "~"]

  /// Takes each word for a file, a folder whose files are all taken, or a pattern with `*`, `?` or `[` that fits some.
  /// Throws `file_not_found` for a pattern or a folder without a log, and `file_unreadable`; a missing file is found out
  /// when it is opened.
  public init(words: [String]) throws(PodctlError) {
    for word in words {
      if word == "-" {
        paths.append(word)
      } else if LogInputs.isFolder(word) {
        try take(folder: word)
      } else if word.contains(where: { "*?[".contains($0) }), access(word, F_OK) != 0 {
        try take(pattern: word)
      } else {
        paths.append(word)
      }
    }
  }

  /// The sources to read.
  public var sources: [LogSource] { paths.map { LogSource(word: $0) } }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private mutating func take(folder: String) throws(PodctlError) {
    let before = paths.count
    try walk(folder, depth: 0)
    guard paths.count > before else {
      throw PodctlError(
        .fileNotFound, "there is no log in the folder \(folder)", hint: "name another folder, or the files themselves",
        context: [.init("path", folder)])
    }
  }

  /// Folders below; a loop of links is not followed for ever.
  private mutating func walk(_ folder: String, depth: Int) throws(PodctlError) {
    for name in try LogInputs.names(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if name.hasPrefix(".") {
        skipped.append("\(path) (its name begins with a point)")
      } else if LogInputs.unfinished.contains(where: name.hasSuffix) {
        skipped.append("\(path) (it is not finished)")
      } else if LogInputs.isFolder(path) {
        if depth < 32 { try walk(path, depth: depth + 1) } else { skipped.append("\(path) (it lies too deep)") }
      } else {
        paths.append(path)
      }
    }
  }

  private static func names(in folder: String) throws(PodctlError) -> [String] {
    guard let stream = opendir(folder) else {
      throw PodctlError(.fileUnreadable, "the folder \(folder) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func take(pattern: String) throws(PodctlError) {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else {
      throw PodctlError(
        .fileNotFound, "no file fits \(pattern)", hint: "check the pattern; * stands for any part of one name",
        context: [.init("path", pattern)])
    }
    let matches = (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    for path in matches.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if LogInputs.isFolder(path) {
        try walk(path, depth: 0)
      } else if LogInputs.unfinished.contains(where: path.hasSuffix) {
        skipped.append("\(path) (it is not finished)")
      } else {
        paths.append(path)
      }
    }
  }
}
