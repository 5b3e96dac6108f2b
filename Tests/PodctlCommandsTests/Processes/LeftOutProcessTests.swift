import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@Suite("Logs that cannot be read, in a run of several", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct LeftOutProcessTests {
  @Test("the others are taken, the bad ones named, and the run ends with 65", arguments: TestDatabase.kinds)
  func ingest(_ kind: TestDatabase.Kind) throws {
    let world = try SmallShow.world(kind)
    try FileManager.default.createDirectory(atPath: world.folder.file("logs"), withIntermediateDirectories: true)
    try world.folder.write(SmallShow.log(lines: 20, part: 0), to: "logs/1.log")
    try world.folder.write("one\ntwo\n", to: "logs/2.log")
    try world.folder.write(SmallShow.log(lines: 20, part: 1), to: "logs/3.log")
    try world.folder.write("three\n", to: "logs/4.log")
    for (words, run) in [(["--tenant", "one"], 1), (["--tenant", "one"], 2), (["--all-tenants"], 3)] {
      let ending = try world.run(["podcast", "ingest", "logs"] + words)
      #expect(ending.status == 65)
      for name in ["2.log", "4.log"] {
        #expect(ending.errors.contains("warning: left out: logs/\(name) has no line that can be read"))
      }
      #expect(ending.errors.contains("2 of 4 logs were left out: logs/2.log has no line that can be read, and 1 more"))
      #expect(ending.errors.contains(run == 1 ? "2 of 2 files taken" : "0 of 2 "), "\(ending.errors)")
      #expect(ending.output.contains("logs/1.log") && ending.output.contains("logs/3.log"))
    }
    #expect(try world.daily().count > 2)
    let failed = try world.column("summary", ["runs", "list", "--failed"])
    #expect(failed.count == 3)
    let json = try world.run(["podcast", "ingest", "logs", "--tenant", "one", "--json"])
    #expect(json.errors.contains(#""left_out":"2","logs":"4","files":"logs/2.log, logs/4.log""#), "\(json.errors)")
    // One log alone is told as it always was.
    let alone = try world.run(["podcast", "ingest", "logs/2.log", "--tenant", "one"])
    #expect(alone.status == 65 && !alone.errors.contains("left out"))
  }

  @Test("measure counts the others too")
  func measure() throws {
    let folder = try TemporaryFolder()
    try folder.write("/tide/1.mp3\tone\t9600000\t128\n/tide/2.mp3\ttwo\t9600000\t128\n", to: "episodes.tsv")
    try folder.write(SmallShow.log(lines: 20, part: 0), to: "1.log")
    try folder.write("one\n", to: "2.log")
    func measure(_ logs: [String]) throws -> PodctlProcess.Ending {
      try PodctlProcess.run(
        ["podcast", "measure", "--episodes", "episodes.tsv", "--format", "csv"] + logs, in: folder.path)
    }
    let good = try measure(["1.log"])
    let both = try measure(["2.log", "1.log", "gone.log"])
    #expect(good.status == 0 && both.status == 65 && both.output == good.output)
    #expect(both.errors.contains("2 of 3 logs were left out: 2.log has no line that can be read, and 1 more"))
    #expect(both.errors.contains("2.log has no line that can be read; there is no file gone.log"))
    #expect(try measure(["2.log"]).status == 65 && measure(["gone.log"]).status == 66)
  }
}
