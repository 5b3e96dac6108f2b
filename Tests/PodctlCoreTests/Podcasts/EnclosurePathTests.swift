import Foundation
import PodctlCore
import Testing

@Suite struct EnclosurePathTests {
  @Test(
    "the file's own path is found behind every prefix",
    arguments: [
      ("https://cdn.example.com/a/b.mp3", "cdn.example.com", "/a/b.mp3"),
      ("https://cdn.example.com/a/b.mp3?x=1#t", "cdn.example.com", "/a/b.mp3"),
      ("HTTPS://CDN.Example.com/A%20b.mp3", "cdn.example.com", "/A b.mp3"),
      ("https://dts.podtrac.com/redirect.mp3/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://www.podtrac.com/pts/redirect.mp3/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://op3.dev/e/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://op3.dev/e,pg=1b2c/https://cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://op3.dev/e/http://cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://op3.dev/e/https:/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://pdst.fm/e/chrt.fm/track/A1B2/cdn.example.com:8443/b.mp3", "cdn.example.com:8443", "/b.mp3"),
      ("https://mgln.ai/e/12/pscrb.fm/rss/p/arttrk.com/p/AB/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://claritaspod.com/measure/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://prfx.byspotify.com/e/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://abc12.gum.fm/rss.example.com/b.mp3", "rss.example.com", "/b.mp3"),
      ("https://growx.podkite.com/https/XYZ/cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
      ("https://media.blubrry.com/show/content.example.com/b.mp3", "content.example.com", "/b.mp3"),
      (
        "https://pdst.fm/e/https%3A%2F%2Fcdn.example.com%2Fa%2520b.mp3%3Fx%3D1", "cdn.example.com", "/a b.mp3"
      ),
      ("https://pdst.fm/e/cdn.example.com%2Fb.mp3", "cdn.example.com", "/b.mp3"),
      ("https://pdst.fm/e/traffic.megaphone.fm/ABC123.mp3?updated=1", "traffic.megaphone.fm", "/ABC123.mp3"),
      // Hosts of files, not prefixes, though what they hold looks like one.
      ("https://traffic.megaphone.fm/www.example.com/b.mp3", "traffic.megaphone.fm", "/www.example.com/b.mp3"),
      // Nothing that looks like a host and a path would remain.
      ("https://media.blubrry.com/show/b.mp3", "media.blubrry.com", "/show/b.mp3"),
      ("https://op3.dev/e/cdn.example.com", "op3.dev", "/e/cdn.example.com"),
      ("https://op3.dev/e/cdn.example.com/", "op3.dev", "/e/cdn.example.com/"),
      ("https://op3.dev/about/cdn.example.com/b.mp3", "op3.dev", "/about/cdn.example.com/b.mp3"),
      ("https://dts.podtrac.com/redirect.mp3/b.mp3", "dts.podtrac.com", "/redirect.mp3/b.mp3"),
      ("https://user@cdn.example.com/b.mp3", "cdn.example.com", "/b.mp3"),
    ])
  func stripped(_ url: String, _ host: String, _ path: String) {
    #expect(EnclosurePath.place(of: url) == .init(host: host, path: path))
  }

  @Test(
    "what is no address of a file has no path",
    arguments: [
      "", "b.mp3", "ftp://a.example/b.mp3", "https://", "https://a.example", "https://a.example/",
      "https://a.example/%00.mp3", "https://a.example/%FF.mp3", "magnet:?xt=urn:btih:1",
    ])
  func refused(_ url: String) { #expect(EnclosurePath.place(of: url) == nil) }

  @Test("a chain longer than any feed has ends")
  func loop() {
    let url = "https://" + String(repeating: "pdst.fm/e/", count: 1000) + "cdn.example.com/b.mp3"
    #expect(EnclosurePath.place(of: url)?.host == "pdst.fm")
  }

  static let published = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/opawg/prefixes.json").standardizedFileURL.path

  @Test(
    "every prefix of the published list is stripped",
    .enabled(if: FileManager.default.fileExists(atPath: published), "../shared/data is not there"))
  func publishedList() throws {
    struct Entry: Decodable { var prefixpattern: String }
    let data = try Data(contentsOf: URL(filePath: EnclosurePathTests.published))
    let entries = try JSONDecoder().decode([Entry].self, from: data)
    try #require(entries.count >= 20)
    // The list names op3.dev without the path that its addresses have.
    let paths = [
      "op3.dev": "op3.dev/e", "prfx.byspotify.com": "prfx.byspotify.com/e", "adbarker.com": "adbarker.com/stream",
    ]
    for entry in entries {
      var pattern = paths[entry.prefixpattern] ?? entry.prefixpattern
      if pattern.hasPrefix(".") { pattern = "show" + pattern }
      while pattern.hasSuffix("/") { pattern.removeLast() }
      for middle in ["", "/A1B2C3"] {
        let place = EnclosurePath.place(of: "https://\(pattern)\(middle)/cdn.example.com/2026/one.mp3")
        #expect(place == .init(host: "cdn.example.com", path: "/2026/one.mp3"), "\(pattern)\(middle)")
      }
    }
  }
}
