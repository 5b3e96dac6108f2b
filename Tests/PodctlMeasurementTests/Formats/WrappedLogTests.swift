import Foundation
import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Logs within something")
struct WrappedLogTests {
  private static let row =
    #"{"ClientIP":"192.0.2.1","ClientRequestMethod":"GET","ClientRequestURI":"/a.mp3","EdgeResponseBytes":2000000,"#
    + #""EdgeResponseStatus":200,"EdgeStartTimestamp":1780308000,"ClientRequestUserAgent":"Po{d}[\"]\\/1","x":[{"y":1}]}"#

  @Test(
    "a JSON document is read row by row, however it is laid out",
    arguments: [
      "[\(row),\(row)]", " [\n  \(row)\n,\n  \(row)\n]\n", "{\"rows\":[\(row),\(row)],\"count\":2}",
      "{\n \"note\": \"a [ { \\\" b\", \"meta\": {\"z\": []},\n \"rows\": [\n\(row),\n\(row)\n],\n \"more\": [\(row)]}",
      "\(row)\n\(row)\n", row.replacing(",", with: ",\n ") + "\n" + row.replacing(",", with: ",\r\n"),
    ])
  func documents(_ text: String) throws {
    let count = try FixtureLogs.count(text)
    #expect(count.reasonWords == ["counted 1", "duplicate 1"])
    let gzip = try GzipWriter.member(Array(text.utf8))
    #expect(try FixtureLogs.counter().count([.memory(name: "x", bytes: gzip)]).reasonWords == count.reasonWords)
  }

  @Test("a long document is read in the same little memory, and a torn one loses its last row only")
  func long() throws {
    let rows = (0..<5000).map { Self.row.replacing("192.0.2.1", with: "10.0.\($0 / 250).\(1 + $0 % 250)") }
    let text = "{\"rows\": [\n" + rows.joined(separator: ",\n") + "]}"
    #expect(try FixtureLogs.count(text).reasonWords == ["counted 5000"])
    let torn = String(text.dropLast(40))
    #expect(try FixtureLogs.count(torn).reasonWords == ["counted 4999", "malformed 1"])
  }

  @Test("zstd is told by its first bytes, frame after frame, and damage is said", .enabled(if: ZstdInput.isAvailable))
  func zstd() throws {
    let whole = [UInt8](try Data(contentsOf: URL(filePath: FixtureLogs.root + "/logs/cloudflare.log.zst")))
    func count(_ bytes: [UInt8]) throws -> DownloadCount {
      try FixtureLogs.counter().count([.memory(name: "x.log", bytes: bytes)])
    }
    let once = try count(whole)
    // A frame to be skipped, as some tools write before others.
    let skippable: [UInt8] = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]
    #expect(try count(skippable + whole).ledger == once.ledger)
    #expect(try count(whole + whole).ledger.total == 2 * once.ledger.total)
    for damaged in [Array(whole.dropLast(9)), whole + [1, 2, 3, 4, 5], whole[..<20] + [0xff, 0xff] + whole[22...]] {
      do {
        _ = try count(damaged)
        Issue.record("no error")
      } catch let error as PodctlError {
        #expect(error.code == .zstdDamaged)
        #expect(error.message.contains("x.log"))
      }
    }
  }
}
