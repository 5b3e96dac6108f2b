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
