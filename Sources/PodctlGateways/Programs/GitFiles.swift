import PodctlCore

/// The files of a folder as git has them at a commit, without checking it out.
public struct GitFiles: Sendable {
  private let program: InstalledProgram?
  private let folder: String
  private let reference: String

  /// `reference` is what git takes for a commit, such as `origin/main`; the process's variables say where git is. Throws
  /// `usage` for a reference that git would take for an option.
  public init(_ reference: String, of folder: String, variables: [String: String]) throws(PodctlError) {
    guard !reference.isEmpty, !reference.hasPrefix("-") else {
      throw PodctlError(.usage, "\"\(reference)\" names no commit", hint: "write a branch, a tag or a commit")
    }
    program = InstalledProgram("git", in: variables)
    self.folder = folder
    self.reference = reference
  }

  /// A file of a commit: the name it has below the folder, and where git keeps its bytes.
  public struct Entry: Sendable {
    let object: String
    /// In bytes.
    public let size: Int
    public let name: String
  }

  /// The files that lie right in the folder, or in the part of it that is named (`schema/`), by name; none where it is not
  /// there at that commit. Throws `base_not_found`.
  public func entries(in part: String = "") throws -> [Entry] {
    let bytes = try git(["ls-tree", "-l", "-z", reference] + (part.isEmpty ? [] : [part]))
    // A line is `MODE blob OBJECT SIZE<tab>NAME`, ended by a zero byte.
    return String(decoding: bytes, as: UTF8.self).split(separator: "\0").compactMap { line in
      let sides = line.split(separator: "\t", maxSplits: 1)
      let words = sides[0].split(separator: " ")
      guard sides.count == 2, words.count == 4, words[1] == "blob", let size = Int(words[3]) else { return nil }
      return Entry(object: String(words[2]), size: size, name: String(sides[1]))
    }.sorted { $0.name < $1.name }
  }

  /// The bytes of each entry, in the same order. Throws `base_not_found`.
  public func contents(of entries: [Entry]) throws -> [[UInt8]] {
    var contents: [[UInt8]] = []
    // What a command may be given on its line has a limit.
    for start in stride(from: 0, to: entries.count, by: 500) {
      let part = entries[start..<min(start + 500, entries.count)]
      var bytes = try git(["show"] + part.map(\.object))[...]
      for entry in part {
        contents.append(Array(bytes.prefix(entry.size)))
        bytes = bytes.dropFirst(entry.size)
      }
    }
    return contents
  }

  private func git(_ words: [String]) throws -> [UInt8] {
    guard let program else { throw fault("git is not installed") }
    guard let ending = try? program.run(["-C", folder] + words) else { throw fault("git cannot be run") }
    guard ending.status == 0 else {
      throw fault(ending.complaints.split(separator: "\n").first.map(String.init) ?? "git failed")
    }
    return ending.output
  }

  private func fault(_ said: String) -> PodctlError {
    PodctlError(
      .baseNotFound, "the files at \(reference) cannot be read: \(said)",
      hint: "the folder must lie in a git repository that has that commit (in CI: fetch it first), "
        + "or name a folder that holds the base's files with --base-dir",
      context: [.init("reference", reference)])
  }
}
