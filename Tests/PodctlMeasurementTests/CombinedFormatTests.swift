import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("The combined format of nginx and Apache")
struct CombinedFormatTests {
  private func count(_ lines: [String]) throws -> DownloadCount {
    let text = lines.map { $0 + "\n" }.joined()
    return try Counting.counter().count([.memory(name: "access.log", bytes: Array(text.utf8))])
  }

  private static let good =
    #"192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET /a.mp3 HTTP/1.1" 200 2000000 "-" "Overcast/1.0""#

  @Test(
    "a line is read whatever stands around what counts",
    arguments: [
      good, "media.example.com:443 " + good,
      #"192.0.2.1 - a [b] c [10/Oct/2026:13:55:36 +0200] "GET /a.mp3?x=1 HTTP/2.0" 200 2000000 "-" "Overcast/1.0" "-""#,
      #"2001:db8::1 - - [10/Oct/2026:13:55:36 +0000] "GET https://x.org/a.mp3 HTTP/1.1" 206 2000000 "-" "Overcast/1""#,
      good + #" "bytes=0-1999999""#, good + "\r",
    ])
  func readable(_ line: String) throws {
    #expect(try count([line]).words == ["a 2026-10-10 1"])
  }

  @Test(
    "a logged range is used",
    arguments: [
      ("bytes=0-1", "probe"), ("bytes=-2", "probe"), ("bytes=-500000", "threshold"), ("bytes=-1000000", "counted"),
      ("bytes=0-", "counted"), ("bytes=0-499999,600000-1999999", "counted"), ("bytes=9000001-", "threshold"),
      ("bytes=9-8", "probe"), ("items=0-1", "counted"), ("-", "counted"),
    ])
  func ranges(_ range: String, _ reason: String) throws {
    let line = Self.good.replacing(" 200 ", with: " 206 ") + " \"\(range)\""
    #expect(try count([line]).reasonWords == ["\(reason) 1"])
  }

  @Test("escapes of nginx are undone, and a percent sign stays as logged")
  func escapes() throws {
    func agent(_ text: String) -> String { Self.good.replacing("Overcast/1.0", with: text) }
    let same = [agent(#"Over\x22cast\x5C"#), agent(#"Over\"cast\\"#)]
    #expect(try count(same).ledger[.counted] == 1)
    #expect(try count([agent("Over%20cast"), agent("Over cast")]).ledger[.counted] == 2)
  }

  @Test("the offset of the time moves the day")
  func offset() throws {
    let line = Self.good.replacing("10/Oct/2026:13:55:36 +0200", with: "01/Jan/2027:00:30:00 +0200")
    #expect(try count([line]).words == ["a 2026-12-31 1"])
  }

  @Test(
    "what cannot be read is malformed, and the rest is counted",
    arguments: [
      "garbage", "192.0.2.1 - - [10/Foo/2026:13:55:36 +0200] \"GET /a.mp3 HTTP/1.1\" 200 1 \"-\" \"x\"",
      "192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] \"\\x16\\x03\" 400 0 \"-\" \"-\"",
      "192.0.2.1 - - [31/Feb/2026:13:55:36 +0200] \"GET /a.mp3 HTTP/1.1\" 200 1 \"-\" \"x\"",
      "192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] \"GET /a.mp3 HTTP/1.1\" 20 1 \"-\" \"x\"",
      "192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] \"GET /a.mp3 HTTP/1.1",
    ])
  func malformed(_ line: String) throws {
    #expect(try count([line, Self.good]).reasonWords == ["counted 1", "malformed 1"])
  }
}
