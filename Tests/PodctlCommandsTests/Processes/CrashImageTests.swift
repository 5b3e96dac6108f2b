import Foundation
import PodctlTestSupport
import Testing

@Suite(
  "A crash of podctl leaves no image of its memory", .enabled(if: PodctlProcess.path != nil, "podctl is not built"),
  .timeLimit(.minutes(15)))
struct CrashImageTests {
  @Test("a running command may write no core file, whatever its shell allows")
  func limit() throws {
    let folder = try TemporaryFolder()
    try folder.write("path,episode,bytes\n/a.mp3,a,1000000\n", to: "episodes.csv")
    // A log that nobody writes to: the command waits for it.
    try #require(mkfifo(folder.file("access.log"), 0o600) == 0)
    let running = try PodctlProcess.Running(
      ["podcast", "measure", "--episodes", folder.file("episodes.csv"), folder.file("access.log")])
    defer { running.kill() }
    var words: [Substring] = []
    while running.isRunning, words.dropFirst(4).prefix(2) != ["0", "0"] {
      let limits = (try? String(contentsOfFile: "/proc/\(running.number)/limits", encoding: .utf8)) ?? ""
      words = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }?.split(separator: " ") ?? []
      usleep(5000)
    }
    #expect(words.dropFirst(4).prefix(2) == ["0", "0"], "\(words)")
  }
}
