import Foundation
import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Files that words of the command line stand for")
struct LogInputsTests {
  /// A folder with logs, a hidden one and unfinished ones.
  private func folder() throws -> String {
    let root = FileManager.default.temporaryDirectory.appending(path: "podctl-inputs-\(UUID().uuidString)").path
    for path in [
      "b.log", "a.log.gz", "sub/c.log", "sub/.hidden", ".secret/x.log", "d.log.part", "e.tmp", "we[i]rd.log",
    ] {
      let file = URL(filePath: root + "/" + path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x\n".utf8).write(to: file)
    }
    return root
  }

  @Test("are all of a folder's, sorted, without what is hidden or unfinished, which is said")
  func folders() throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(atPath: root) }
    let inputs = try LogInputs(words: ["-", root])
    #expect(inputs.paths == ["-"] + ["a.log.gz", "b.log", "sub/c.log", "we[i]rd.log"].map { root + "/" + $0 })
    #expect(inputs.skipped.count == 4)
    #expect(inputs.skipped[0] == "\(root)/.secret (its name begins with a point)")
    #expect(try LogInputs(words: [root + "/"]).paths == Array(inputs.paths.dropFirst()))
  }

  @Test("are those that a pattern fits; a name that exists is no pattern")
  func patterns() throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(try LogInputs(words: [root + "/*.log"]).paths == ["b.log", "we[i]rd.log"].map { root + "/" + $0 })
    #expect(try LogInputs(words: [root + "/*/c.log"]).paths == [root + "/sub/c.log"])
    #expect(try LogInputs(words: [root + "/we[i]rd.log"]).paths == [root + "/we[i]rd.log"])
    #expect(try LogInputs(words: [root + "/gone.log"]).paths == [root + "/gone.log"])
    #expect(throws: PodctlError.self) { _ = try LogInputs(words: [root + "/*.nothing"]) }
    #expect(throws: PodctlError.self) { _ = try LogInputs(words: [root + "/.secret/none*"]) }
  }
}
