import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, with a proxy on the loopback interface named by every variable that libcurl reads.
@Suite("no proxy of the environment sees what goes to the vendors", .timeLimit(.minutes(15)))
struct ProxyTests {
  private static func variables(_ proxy: FaultServer) -> [String: String] {
    let names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return Dictionary(uniqueKeysWithValues: names.map { ($0, proxy.address) })
  }

  private static func proxy() throws -> FaultServer { try FaultServer { _ in .init(status: 502, body: "") } }

  /// Without this the others would show nothing.
  @Test("a feed is fetched through the proxy that the variables name")
  func obeyed() throws {
    let proxy = try Self.proxy()
    defer { proxy.stop() }
    let folder = try DemoHome.copy()
    let ending = try PodctlProcess.run(
      ["podcast", "add", "tides-abroad", "--tenant", "harbour-network", "--feed", "http://127.0.0.1:1/feed.xml"],
      environment: folder.environment.merging(Self.variables(proxy)) { $1 }, in: folder.path)
    #expect(proxy.requests > 0, "\(ending.errors)")
  }

  @Test("Stripe is spoken to directly")
  func stripe() throws {
    let proxy = try Self.proxy()
    defer { proxy.stop() }
    let scene = try IssueProcessTests.Scene()
    let ending = try scene.issue(Self.variables(proxy))
    #expect(ending.status == 0 && scene.isIssuedOnce, "\(ending.errors)")
    #expect(proxy.requests == 0)
  }

  @Test("SendGrid and a mail server are spoken to directly")
  func mail() throws {
    let proxy = try Self.proxy()
    defer { proxy.stop() }
    let scene = try ReportSendProcessTests.Scene()
    let ending = try scene.send(Self.variables(proxy))
    #expect(ending.status == 0 && scene.fake.mails.count == 2, "\(ending.errors)")

    let server = try FakeMailServer()
    defer { server.stop() }
    let other = try ReportSendProcessTests.Scene()
    let smtp = ["PODCTL_MAIL_TRANSPORT": "smtp", "PODCTL_MAIL_SERVER": server.address]
    let second = try other.send(smtp.merging(Self.variables(proxy)) { $1 })
    #expect(second.status == 0 && server.mails.count == 2, "\(second.errors)")
    #expect(proxy.requests == 0)
  }
}
