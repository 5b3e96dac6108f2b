import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("The format of a log")
struct FormatChoiceTests {
  private func failure(_ work: () throws -> Void) -> PodctlError? {
    do {
      try work()
      return nil
    } catch { return error as? PodctlError }
  }

  @Test("that nobody knows is a usage error with a suggestion and the list")
  func unknown() {
    let error = failure { _ = try FormatChoice(named: "cloudflair") }
    #expect(error?.code == .usage)
    #expect(error?.hint?.hasPrefix("did you mean cloudflare?") == true)
    for name in FormatChoice.names { #expect(error?.hint?.contains(name) == true) }
    #expect(failure { _ = try FormatChoice(named: "s3:a,b") }?.code == .usage)
    #expect(failure { _ = try FormatChoice(named: "cloudfront-realtime:c-ip") }?.message.contains("timestamp") == true)
  }

  @Test("that is said is used, whatever the lines look like", arguments: FormatChoice.names)
  func forced(_ name: String) throws {
    let choice = try FormatChoice(named: name)
    for (log, format, reasons) in FixtureLogTests.expected where format == name && !log.hasSuffix(".zst") {
      let count = try FixtureLogs.counter(choice).count([FixtureLogs.source(log)])
      #expect(count.reasonWords.joined(separator: ", ") == reasons, "\(log)")
    }
    let other = failure { _ = try FixtureLogs.count("one\ntwo\n", choice) }
    #expect(other?.code == .logUnreadable)
  }

  @Test("with a list of fields is read by that list")
  func fields() throws {
    let choice = try FormatChoice(
      named: "cloudfront-realtime:cs-method, c-ip,timestamp,sc-bytes,sc-status,cs-uri-stem,cs-user-agent")
    let line = "GET\t192.0.2.1\t1780308000.1\t2000000\t200\t/a.mp3\tPod%2F1\n"
    #expect(try FixtureLogs.count(line, choice).words == ["a 2026-06-01 1"])
  }

  @Test("of OP3's rows without their header, as its API can leave it out, is told when it is said")
  func headless() throws {
    let row = "2026-06-01T10:00:00Z\thttps://op3.dev/e/x.org/a.mp3\taud1" + String(repeating: "\t", count: 16) + "\n"
    #expect(try FixtureLogs.count(row, FormatChoice(named: "op3-downloads")).words == ["a 2026-06-01 1"])
  }

  @Test("is found behind a torn first line")
  func torn() throws {
    for log in ["combined.log", "s3.log", "cloudflare.log", "bunny.log", "cloudfront-realtime.log"] {
      let name = FixtureLogs.root + "/logs/" + log
      var bytes = Array("…rn/3.0\n".utf8)
      let input = try ByteInput(.file(name))
      var block = [UInt8](repeating: 0, count: 1 << 16)
      bytes += block[..<(try input.read(into: &block, after: 0))]
      let count = try FixtureLogs.counter().count([.memory(name: log, bytes: bytes)])
      #expect(count.ledger[.malformed] == 2, "\(log)")
      #expect(count.ledger[.counted] == 1, "\(log)")
    }
  }

  @Test("JSON that nobody knows is told apart from a log that is broken")
  func unknownJSON() {
    #expect(failure { _ = try FixtureLogs.count("{\"a\":1}\n") }?.hint?.contains("--format-map") == true)
  }

  @Test("with anonymised addresses brings a warning, and one with a few such addresses does not")
  func anonymised() throws {
    func bunny(_ address: String) -> String {
      "HIT|200|1780308000000|2000000|1|\(address)|-|https://x/a.mp3|WA|Pod/1|r|DE\n"
    }
    for address in ["192.0.2.0", "0.0.0.0", "2001:db8:1:2::", "::"] {
      let count = try FixtureLogs.count(bunny(address) + bunny("192.0.2.7"))
      #expect(count.warnings.count == 1, "\(address)")
      #expect(count.warnings.first?.contains("1 of 2 lines") == true)
    }
    #expect(try FixtureLogs.count(bunny("192.0.2.0") + bunny("192.0.2.7") + bunny("192.0.2.8")).warnings.isEmpty)
  }
}
