import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

/// A database and a home of a test's own, used through the binary alone, with a fixed clock and fixed ids.
final class ProcessWorld: Sendable {
  let urlText: String
  let folder: TemporaryFolder
  /// Held so that the database lives as long as the world; its connection is never used.
  private nonisolated(unsafe) let test: TestDatabase?

  init(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    self.test = test
    urlText = test.urlText
    folder = try TemporaryFolder()
  }

  /// A world on a database that need not be there.
  init(urlText: String) throws {
    test = nil
    self.urlText = urlText
    folder = try TemporaryFolder()
  }

  var environment: [String: String] {
    [
      "HOME": folder.file("home"), "XDG_DATA_HOME": folder.file("data"), "DATABASE_URL": urlText,
      "PODCTL_NOW": "2026-10-26T12:00:00Z", "PODCTL_ID_SEED": "proof",
    ]
  }

  func run(_ words: [String]) throws -> PodctlProcess.Ending {
    try PodctlProcess.run(words, environment: environment, in: folder.path)
  }

  /// Runs what has to end well; throws what podctl said otherwise.
  @discardableResult
  func did(_ words: [String]) throws -> PodctlProcess.Ending {
    let ending = try run(words)
    guard ending.status == 0 else {
      throw PodctlError(.internalFault, "\(words.joined(separator: " ")) ended with \(ending.status): \(ending.errors)")
    }
    return ending
  }

  /// One field of every row of a listing.
  func column(_ field: String, _ words: [String]) throws -> [String] {
    try did(words + ["--format", "csv", "--fields", field]).output.split(separator: "\n").dropFirst().map(String.init)
  }
}
