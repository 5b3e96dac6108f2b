import Foundation
import PodctlCore
import PodctlGateways
import StripeFake
import Testing

@Suite("telling a monitor how a run went") struct PingTests {
  /// What a monitor heard.
  private final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []

    var all: [String] { lock.withLock { lines } }

    func hear(_ request: FakeStripe.Request) -> FakeStripe.Answer {
      let line = "\(request.method) \(request.path) \(String(decoding: request.body, as: UTF8.self))"
      lock.withLock { lines.append(line) }
      return FakeStripe.Answer(status: 200, body: "OK")
    }
  }

  @Test("success goes to the address itself, failure to /fail below it, before any query")
  func addresses() throws {
    let heard = Heard()
    let server = try FaultServer { heard.hear($0) }
    defer { server.stop() }
    let transport = try CurlTransport()
    #expect(try Ping(server.address + "/a1").tell("2 sent", isFailure: false, by: transport) == nil)
    #expect(try Ping(server.address + "/a1").tell("no", isFailure: true, by: transport) == nil)
    #expect(try Ping(server.address + "/a1/?x=1").tell("no", isFailure: true, by: transport) == nil)
    #expect(heard.all == ["POST /a1 2 sent", "POST /a1/fail no", "POST /a1/fail no"])
  }

  @Test("a monitor that is away, or says no, is a word and no error")
  func away() throws {
    let transport = try CurlTransport()
    #expect(try Ping("http://127.0.0.1:9/a").tell("", isFailure: false, by: transport) != nil)
    let server = try FaultServer { _ in FakeStripe.Answer(status: 404, body: "") }
    defer { server.stop() }
    #expect(try Ping(server.address).tell("", isFailure: false, by: transport) == "HTTP 404")
    #expect(throws: PodctlError.self) { try Ping("ftp://127.0.0.1/") }
  }
}
