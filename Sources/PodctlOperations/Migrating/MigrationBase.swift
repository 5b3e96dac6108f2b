import Foundation
import PodctlCore
import PodctlStore

/// The files of a folder as they were at a commit, read out of git and not checked out.
public struct MigrationBase {
  private let folder: String
  private let reference: String

  /// `reference` is what git takes for a commit, such as `origin/main`. Throws `usage` for one that git would take for an
  /// option.
  public init(_ reference: String, of folder: String) throws(PodctlError) {
    guard !reference.isEmpty, !reference.hasPrefix("-") else {
      throw PodctlError(.usage, "\"\(reference)\" names no commit", hint: "write a branch, a tag or a commit")
    }
    self.folder = folder
    self.reference = reference
  }

  /// None where the folder is not there at that commit. Throws `base_not_found`.
  public func files() throws -> [MigrationFile] {
    let entries = try blobs(in: "") + blobs(in: "schema/")
    var files: [MigrationFile] = []
    // What a command may be given on its line has a limit.
    for start in stride(from: 0, to: entries.count, by: 500) {
      let part = entries[start..<min(start + 500, entries.count)]
      var bytes = try git(["show"] + part.map(\.object))[...]
      for entry in part {
        files.append(try MigrationFile(fileName: entry.name, bytes: Array(bytes.prefix(entry.size))))
        bytes = bytes.dropFirst(entry.size)
      }
    }
    return files
  }

  private struct Entry {
    let object: String
    let size: Int
    let name: String
  }

  /// A line is `MODE blob OBJECT SIZE<tab>NAME`, ended by a zero byte.
  private func blobs(in part: String) throws -> [Entry] {
    let text = String(
      decoding: try git(["ls-tree", "-l", "-z", reference] + (part.isEmpty ? [] : [part])), as: UTF8.self)
    return text.split(separator: "\0").compactMap { line in
      let sides = line.split(separator: "\t", maxSplits: 1)
      let words = sides[0].split(separator: " ")
      guard sides.count == 2, words.count == 4, words[1] == "blob", let size = Int(words[3]) else { return nil }
      let name = String(sides[1])
      let isFile = name.hasSuffix(".sql") && !name.hasPrefix(".") && !name.dropFirst(part.count).contains("/")
      return isFile ? Entry(object: String(words[2]), size: size, name: name) : nil
    }.sorted { $0.name < $1.name }
  }

  private func git(_ words: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + words
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
    } catch {
      throw MigrationBase.fault("git cannot be run", reference)
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let line = String(decoding: said, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? "git failed"
      throw MigrationBase.fault(line, reference)
    }
    return Array(bytes)
  }

  private static func fault(_ said: String, _ reference: String) -> PodctlError {
    PodctlError(
      .baseNotFound, "the files at \(reference) cannot be read: \(said)",
      hint: "the folder must lie in a git repository that has that commit (in CI: fetch it first), "
        + "or name a folder that holds the base's files with --base-dir",
      context: [.init("reference", reference)])
  }
}
