import Foundation
import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Logs and episodes that are not as they should be")
struct BadInputTests {
  private func code(_ bytes: [UInt8], name: String = "x.log") throws -> ErrorCode? {
    do {
      _ = try Counting.counter().count([.memory(name: name, bytes: bytes)])
      return nil
    } catch let error as PodctlError {
      #expect(error.message.contains(name))
      return error.code
    }
  }

  private var goodText: [UInt8] {
    Array((CloudFrontLine.header + String(repeating: CloudFrontLine().text, count: 300)).utf8)
  }

  @Test("an empty log is a warning, not an error")
  func empty() throws {
    let count = try Counting.counter().count([.memory(name: "x.log", bytes: [])])
    #expect(count.warnings == ["x.log is empty"])
    #expect(count.ledger.total == 0)
    let quiet = try Counting.counter().count([.memory(name: "x.log", bytes: Array(CloudFrontLine.header.utf8))])
    #expect(quiet.warnings == ["x.log has no lines"])
  }

  @Test("a log of several gzip members is read whole, and zeros behind them are no damage")
  func members() throws {
    let two = try GzipWriter.member(goodText) + GzipWriter.member(Array(CloudFrontLine().text.utf8)) + [0, 0, 0]
    #expect(try Counting.counter().count([.memory(name: "x", bytes: two)]).ledger.total == 301)
  }

  @Test("a truncated or broken gzip is an error that says how far it got", arguments: [11, 40, 3])
  func truncated(cut: Int) throws {
    let gzip = try GzipWriter.member(goodText)
    #expect(try code(Array(gzip.dropLast(cut))) == .gzipDamaged)
    var broken = gzip
    broken[broken.count / 2] ^= 0xff
    #expect(try code(broken) == .gzipDamaged)
    #expect(try code(gzip + [1, 2, 3]) == .gzipDamaged)
  }

  @Test("a binary file, one without #Fields and one without a readable line are unreadable")
  func unreadable() throws {
    #expect(try code([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 10]) == .logUnreadable)
    #expect(try code(Array(CloudFrontLine().text.utf8)) == .logUnreadable)
    #expect(try code(Array("#Version: 1.0\n\(CloudFrontLine().text)".utf8)) == .logUnreadable)
    #expect(try code(Array("#Fields: date time\n1\t2\n".utf8)) == .logUnreadable)
    #expect(try code(Array("one\ntwo\n".utf8)) == .logUnreadable)
    #expect(try code(Array("#Version: 1.0\n".utf8)) == .logUnreadable)
    #expect(try code([10, 10]) == .logUnreadable)
  }

  @Test("of several bad logs the first is named, and a missing file is not found")
  func firstError() throws {
    let bad = LogSource.memory(name: "bad", bytes: Array("x\n".utf8))
    let gone = LogSource.file("/nonexistent/log")
    #expect(throws: PodctlError.self) { _ = try Counting.counter().count([bad, gone]) }
    do {
      _ = try Counting.counter().count([gone])
      Issue.record("no error")
    } catch let error as PodctlError { #expect(error.code == .fileNotFound) }
  }

  @Test("a log that cannot be read keeps no other from being counted, wherever it breaks off", arguments: [1, 2])
  func leftOut(threads: Int) throws {
    let good = Counting.log([CloudFrontLine(), .with { $0.address = "192.0.2.2" }], name: "good")
    let more = Counting.log([.with { $0.date = "2026-06-02" }], name: "more")
    let gzip = try GzipWriter.member(goodText)
    let cut = LogSource.memory(name: "cut", bytes: Array(gzip.dropLast(9)))
    let words = LogSource.memory(name: "words", bytes: Array("one\ntwo\n".utf8))
    let binary = LogSource.memory(name: "binary", bytes: [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 10])
    let gone = LogSource.file("/nonexistent/log")
    let empty = LogSource.memory(name: "empty", bytes: [])
    let counter = try Counting.counter(threads: threads)
    let expected = try counter.count([good, more, empty])
    for sources in [[cut, good, words, gone, more, binary, empty], [good, more, empty, binary, gone, words, cut]] {
      let readable = try counter.countReadable(sources)
      #expect(readable.count.rows == expected.rows && readable.count.ledger == expected.ledger)
      #expect(
        readable.count.logs.map(\.name) == ["good", "more", "empty"] && readable.count.warnings == expected.warnings)
      let codes = readable.leftOut.map(\.code)
      let forward: [ErrorCode] = [.gzipDamaged, .logUnreadable, .fileNotFound, .logUnreadable]
      #expect(codes == (sources[0] == cut ? forward : forward.reversed()))
    }
    let same = try counter.countReadable([good, more, empty])
    #expect(same.leftOut.isEmpty && same.count.rows == expected.rows)
    for sources in [[cut], [words], [gone, words], [words, cut]] {
      let fault = #expect(throws: PodctlError.self) { try counter.countReadable(sources) }
      #expect(fault?.code == (sources[0] == cut ? .gzipDamaged : sources[0] == gone ? .fileNotFound : .logUnreadable))
    }
  }

  @Test("a log of a known format that holds no request is a log on which nothing counts")
  func withoutRequest() throws {
    let noise = [
      #"198.51.100.4 - - [03/Nov/2026:03:11:00 +0000] "\x16\x03\x01\x02" 400 150 "-" "-""#,
      #"198.51.100.5 - - [03/Nov/2026:03:12:00 +0000] "-" 408 0 "-" "-""#,
      #"host.example 2001:db8::1 - joe [03/Nov/2026:03:12:00 +0000] "" 400 0 "-" "-""#,
    ]
    func count(_ lines: [String], _ formats: FormatChoice = .detected) throws -> DownloadCount {
      var counter = try Counting.counter()
      counter.formats = formats
      return try counter.count([.memory(name: "x.log", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))])
    }
    for formats in [FormatChoice.detected, try FormatChoice(named: "combined")] {
      let quiet = try count(noise, formats)
      #expect(quiet.reasonWords == ["malformed 3"] && quiet.rows.isEmpty)
      #expect(quiet.warnings == ["x.log holds no request: nothing of it counts"])
    }
    // Requests that cannot be read are another thing, and half of a log is not to be lost in silence.
    let unread = #"10.0.0.x - - [03/Nov/2026:03:11:00 +0000] "GET /a.mp3 HTTP/1.1" 200 150 "-" "-""#
    #expect(throws: PodctlError.self) { try count([unread]) }
    #expect(throws: PodctlError.self) { try count([unread, unread, noise[0]]) }
    #expect(throws: PodctlError.self) { try count(["one", "two"], try FormatChoice(named: "combined")) }
    let housekeeping =
      #"00 media [02/Nov/2026:11:30:56 +0000] - AmazonS3 01 S3.EXPIRE.OBJECT old/0.mp3 "-" - - - 1865 - - "-" "-" y= x="#
      + " - - - - - - -"
    let website =
      #"00 media [02/Nov/2026:11:30:56 +0000] 192.0.2.1 - 02 WEBSITE.GET.OBJECT a.mp3 "GET /a.mp3 HTTP/1.1" 200 -"#
      + #" 2000000 10000000 5 4 "-" "Overcast/1.0" - x= - - - d.example - -"#
    for formats in [FormatChoice.detected, try FormatChoice(named: "s3")] {
      #expect(try count([housekeeping, housekeeping], formats).reasonWords == ["method 2"])
      let both = try count(Array(repeating: housekeeping, count: 30) + [website], formats)
      #expect(both.reasonWords == ["counted 1", "method 30"] && both.warnings.isEmpty)
    }
  }

  @Test("a very long line and a last line without its end are read like others")
  func longLines() throws {
    var long = CloudFrontLine()
    long.agent = "Overcast/" + String(repeating: "x", count: 70_000)
    var text = CloudFrontLine.header + long.text + long.text
    text.removeLast()
    let count = try Counting.counter().count([.memory(name: "x", bytes: Array(text.utf8))])
    #expect(count.reasonWords == ["counted 1", "duplicate 1"])
    let huge = CloudFrontLine.header + String(repeating: "y", count: 5_000_000) + "\n" + CloudFrontLine().text
    let second = try Counting.counter().count([.memory(name: "x", bytes: Array(huge.utf8))])
    #expect(second.reasonWords == ["counted 1", "malformed 1"])
  }

  @Test("columns that change within a log are followed, read in ranges or not", arguments: [100, 1 << 20])
  func changedColumns(rangeSize: Int) throws {
    let other = "#Fields: time date c-ip sc-bytes cs-method cs-uri-stem sc-status cs(User-Agent)\n"
    let line = "10:00:00\t2026-06-02\t192.0.2.1\t2000000\tGET\t/a.mp3\t200\tOvercast/1.0\n"
    let text =
      CloudFrontLine.header + CloudFrontLine().text + other + line + CloudFrontLine.header + CloudFrontLine().text
    var counter = try Counting.counter()
    counter.rangeSize = rangeSize
    let count = try counter.count([.memory(name: "x", bytes: Array(text.utf8))])
    #expect(count.words == ["a 2026-06-01 1", "a 2026-06-02 1"])
    #expect(count.ledger.total == 3)
  }

  @Test(
    "an episodes file is read in any of its shapes",
    arguments: [
      "/a.mp3\ta\t1000\t128\tx\ty\n", "path,episode,bytes,kbps\n/a.mp3,a,1000,128\n",
      "kbps\tepisode\tpath\tbytes\r\n128\ta\t/a.mp3\t1000\r\n",
      "\u{feff}episode,path,bytes,kbps,note\n\"a\",\"/a.mp3\",1000,128,\n",
    ])
  func episodes(_ text: String) throws {
    let catalogue = try EpisodeFile.parse(Array(text.utf8), name: "e")
    #expect(catalogue.paths == [MeasuredPath(path: "/a.mp3", episode: 0, bytes: 1000, kbps: 128)])
    #expect(catalogue.episodes == ["a"])
  }

  @Test(
    "a bad episodes file names its row",
    arguments: [
      ("path,bytes\n/a,1\n", "row 1"), ("/a.mp3\ta\tx\n", "row 1"), ("path,episode\n/a,a\n/b\n", "row 3"),
      ("/a,a,-1\n", "row 1"), ("", "no episode"), ("path,path,episode\n", "row 1"), ("/a,a,1\n/a,b,1\n", "same path"),
      ("/a,a,1.5\n", "row 1"),
    ])
  func badEpisodes(_ text: String, _ words: String) {
    do {
      _ = try EpisodeFile.parse(Array(text.utf8), name: "e.csv")
      Issue.record("no error")
    } catch {
      #expect(error.code == .episodesInvalid)
      #expect(error.message.contains(words), "\(error.message)")
    }
  }
}
