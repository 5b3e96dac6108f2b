import PodctlCore
import PodctlTestSupport
import Testing

@Suite("podcast ingest --reasons --quiet", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct QuietIngestTests {
  @Test("gives what a machine asked for, and is silent for people", arguments: TestDatabase.kinds)
  func quiet(_ kind: TestDatabase.Kind) throws {
    let world = try SmallShow.world(kind)
    let log = try world.folder.write(SmallShow.log(lines: 20, part: 0), to: "cdn.log")
    let words = ["podcast", "ingest", "--tenant", "one", "--reasons", "--quiet", log]
    let table = try world.did(words)
    #expect(table.output.isEmpty && table.errors.isEmpty)
    let csv = try world.did(words + ["--format", "csv"])
    #expect(csv.output == "reason,lines\ncounted,18\nmethod,2\n" && csv.errors.isEmpty)
    let json = try world.did(words + ["--json"])
    #expect(json.output.contains(#""schema":"podctl.podcast.reasons/1""#) && json.output.contains("18"))
    #expect(json.errors.isEmpty)
  }
}
