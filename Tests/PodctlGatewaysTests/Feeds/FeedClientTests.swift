import PodctlCore
import PodctlGateways
import PodctlTestSupport
import Testing

@Suite struct FeedClientTests {
  static let address = "https://feeds.example/show?key=hidden"

  private func fetch(
    _ stub: StubTransport, _ address: String = address, etag: String? = nil, modified: String? = nil
  ) -> Result<FeedClient.Answer, PodctlError> {
    defer { stub.finish() }
    do {
      let start = try #require(HTTPAddress(address))
      return .success(try FeedClient(stub).fetch(start, etag: etag, modified: modified))
    } catch let error as PodctlError {
      return .failure(error)
    } catch {
      Issue.record(error)
      return .failure(PodctlError(.internalFault, "\(error)"))
    }
  }

  private func code(_ result: Result<FeedClient.Answer, PodctlError>) -> ErrorCode? {
    if case .failure(let error) = result { error.code } else { nil }
  }

  private func redirect(_ location: String, _ status: Int = 302) -> HTTPResponse {
    HTTPResponse(status: status, headers: [("location", location)])
  }

  @Test("a fetched feed brings its marks, and the marks bring an answer without a body")
  func marks() throws {
    let stub = StubTransport()
    stub.expect(
      FeedClientTests.address,
      answer: HTTPResponse(
        status: 200, headers: [("etag", "\"v1\""), ("Last-Modified", "Tue, 06 Oct 2026 05:30:00 GMT")], body: [60]))
    guard case .fetched(let bytes, let etag, let modified) = try fetch(stub).get() else {
      Issue.record("not fetched")
      return
    }
    #expect(bytes == [60])
    #expect(stub.sent.first?.headers["If-None-Match"] == nil)
    let second = StubTransport()
    second.expect(
      FeedClientTests.address,
      headers: ["If-None-Match": "\"v1\"", "If-Modified-Since": "Tue, 06 Oct 2026 05:30:00 GMT"],
      answer: HTTPResponse(status: 304))
    guard case .unchanged = try fetch(second, etag: etag, modified: modified).get() else {
      Issue.record("not unchanged")
      return
    }
  }

  @Test("a redirect is followed, relative ones too, and the marks go along")
  func redirects() throws {
    let stub = StubTransport()
    stub.expect(FeedClientTests.address, answer: redirect("/moved", 301))
    stub.expect("https://feeds.example/moved", answer: redirect("//cdn.example/feed.xml", 307))
    stub.expect(
      "https://cdn.example/feed.xml", headers: ["If-None-Match": "e"], answer: HTTPResponse(status: 200, body: [60]))
    #expect(throws: Never.self) { try fetch(stub, etag: "e").get() }
  }

  @Test(
    "a redirect to another scheme, or away from https, is refused",
    arguments: [
      "file:///etc/hostname", "ftp://feeds.example/feed.xml", "gopher://feeds.example/", "http://feeds.example/show",
      "javascript:alert(1)", "https://name:word@feeds.example/show",
    ])
  func refusedRedirects(_ location: String) {
    let stub = StubTransport()
    stub.expect(FeedClientTests.address, answer: redirect(location))
    #expect(code(fetch(stub)) == .feedRefused)
  }

  @Test("the sixth redirect is one too many")
  func endless() {
    let stub = StubTransport()
    for _ in 0..<6 { stub.expect(FeedClientTests.address, answer: redirect(FeedClientTests.address)) }
    #expect(code(fetch(stub)) == .feedRefused)
  }

  @Test("a feed over 64 MiB is refused while it arrives")
  func tooLarge() {
    let stub = StubTransport()
    let body = [UInt8](repeating: 32, count: FeedReader.maximumBytes + 1)
    stub.expect(FeedClientTests.address, answer: HTTPResponse(status: 200, body: body))
    #expect(code(fetch(stub)) == .feedTooLarge)
  }

  @Test(
    "a status says whether to wait, to ask or to look elsewhere",
    arguments: [
      (401, ErrorCode.feedRefused), (403, .feedRefused), (404, .feedInvalid), (410, .feedInvalid), (204, .feedInvalid),
      (304, .feedInvalid), (429, .serviceUnreachable), (500, .serviceUnreachable), (503, .serviceUnreachable),
    ])
  func statuses(_ status: Int, _ expected: ErrorCode) {
    let stub = StubTransport()
    stub.expect(FeedClientTests.address, answer: HTTPResponse(status: status))
    let result = fetch(stub)
    #expect(code(result) == expected)
    if case .failure(let error) = result { #expect(!error.message.contains("hidden")) }
  }

  @Test(
    "only http and https addresses without a user's name or password are taken",
    arguments: [
      ("https://a.example/feed", true), ("http://a.example", true), ("file:///a", false), ("ftp://a.example/", false),
      ("a.example/feed", false), ("https://", false), ("https://me:word@a.example/", false), ("", false),
    ])
  func addresses(_ text: String, _ isTaken: Bool) { #expect((HTTPAddress(text) != nil) == isTaken) }
}
