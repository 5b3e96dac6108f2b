import Foundation
import PodctlTestSupport
import Testing

@Suite("reports as a static site", .timeLimit(.minutes(15)))
struct ReportPublishProcessTests {
  private typealias Scene = ReportSendProcessTests.Scene

  private static func files(_ folder: String) -> [String: Date] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var dates: [String: Date] = [:]
    for name in names where name.contains(".") {
      dates[name] =
        try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.modificationDate] as? Date
    }
    return dates
  }

  @Test("a sponsor's reports lie under a path that follows from the secret; the same figures change no file")
  func idempotent() throws {
    let scene = try Scene()
    for week in ["2026-W42", "2026-W43"] {
      let made = try scene.run(
        [
          "report", "sponsor", "--campaign", "kettle-and-crane", "--week", week, "--format", "json", "--output",
          "x.json",
        ])
      #expect(made.status == 0, "\(made.errors)")
    }
    let site = scene.folder.path + "/site"
    let first = try scene.run(["report", "publish", site, "--json"])
    #expect(first.status == 0, "\(first.errors)")
    let path = try #require(try /"path":"([0-9a-f]{40})\/"/.firstMatch(in: first.output)?.1)
    let before = Self.files(site)
    #expect(
      before.keys.sorted()
        == [
          "\(path)/index.html", "\(path)/kettle-and-crane-2026-W42.csv", "\(path)/kettle-and-crane-2026-W42.html",
          "\(path)/kettle-and-crane-2026-W43.csv", "\(path)/kettle-and-crane-2026-W43.html", "index.html", "robots.txt",
        ].map { String($0) })
    let index = try String(contentsOfFile: "\(site)/\(path)/index.html", encoding: .utf8)
    let newest = try #require(index.range(of: "kettle-and-crane-2026-W43.html"))
    let older = try #require(index.range(of: "kettle-and-crane-2026-W42.html"))
    #expect(newest.lowerBound < older.lowerBound)
    // The page over all sponsors gives none of them away.
    let root = try String(contentsOfFile: "\(site)/index.html", encoding: .utf8)
    #expect(!root.contains(path) && !root.contains("href"))

    let second = try scene.run(["report", "publish", site])
    #expect(second.status == 0 && second.errors.contains("nothing has changed"), "\(second.errors)")
    #expect(Self.files(site) == before)

    // A page that was lost comes back, with the same bytes as any other run would give.
    try FileManager.default.removeItem(atPath: "\(site)/\(path)/kettle-and-crane-2026-W42.html")
    let third = try scene.run(["report", "publish", site, "--fresh-days", "0"])
    #expect(third.errors.contains("1 files written"), "\(third.errors)")
  }

  @Test("a sponsor that is none, and a folder that cannot be made, are said so")
  func refusals() throws {
    let scene = try Scene()
    #expect(try scene.run(["report", "publish", "site", "--sponsor", "nobody"]).status == 66)
    let made = try scene.run(
      ["report", "sponsor", "--campaign", "kettle-and-crane", "--week", "2026-W43", "--output", "page.html"]
        + ["--format", "html"])
    #expect(made.status == 0)
    let blocked = try scene.run(["report", "publish", "page.html"])
    #expect(blocked.status == 73 && blocked.errors.contains("cannot_create_file"), "\(blocked.errors)")
  }
}
