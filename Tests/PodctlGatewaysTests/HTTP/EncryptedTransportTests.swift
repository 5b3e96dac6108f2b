import Foundation
import PodctlCore
import PodctlGateways
import PodctlTestSupport
import StripeFake
import Testing

/// Against `openssl s_server`, which prints what it is sent.
@Suite(
  "A request goes to nobody who cannot show who they are",
  .enabled(if: TestCertificate.obstacle == nil, "\(TestCertificate.obstacle ?? "")"),
  .timeLimit(.minutes(15)))
struct EncryptedTransportTests {
  /// `openssl s_server` with a certificate, on a port of its choice; it is killed where this goes.
  private final class Server: @unchecked Sendable {
    let folder: TemporaryFolder
    let port: Substring
    private let process = Process()

    var said: String { (try? String(contentsOfFile: folder.file("said"), encoding: .utf8)) ?? "" }
    var hasReadAnything: Bool { said.contains("Kettle") || said.contains("sk_test_secret") }

    init(_ certificate: TestCertificate, _ words: [String]) throws {
      folder = try TemporaryFolder()
      try folder.write("", to: "said")
      process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
      process.arguments =
        ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate.file, "-key", certificate.keyFile] + words
      process.standardInput = Pipe()
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("said")))
      process.standardError = process.standardOutput
      try process.run()
      var port: Substring?
      while process.isRunning, port == nil {
        let said = try String(contentsOfFile: folder.file("said"), encoding: .utf8)
        port = said.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)/)?.output.1
        usleep(10_000)
      }
      self.port = try #require(port)
    }

    /// Hangs up as soon as the request is there: the server itself never answers one.
    func hangUpOnceRead() {
      let thread = Thread { [self] in
        while process.isRunning, !hasReadAnything { usleep(10_000) }
        stop()
      }
      thread.start()
    }

    func stop() {
      // It may have been born with SIGTERM held back.
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    deinit {
      stop()
      process.waitUntilExit()
    }
  }

  /// The failure of a POST to a server that holds a certificate, by a client that trusts the certificates of a file.
  private func post(_ server: Server, trusting file: String? = nil) throws -> HTTPFailure? {
    let address = try #require(HTTPAddress("https://127.0.0.1:\(server.port)/v1/customers"))
    var request = HTTPRequest(.post, address, body: Array("name=Kettle".utf8), maximumBytes: 1000)
    request.headers.add("Authorization", "Bearer sk_test_secret")
    request.isSentOnce = true
    request.mayUseProxy = false
    let transport = try CurlTransport(authorities: file)
    do throws(HTTPFailure) {
      _ = try transport.attempt(request)
    } catch {
      return error
    }
    return nil
  }

  /// Without this the others would show nothing: they differ from it in one thing each.
  @Test("a certificate that is trusted, of this host and of today gets the request")
  func trusted() throws {
    let folder = try TemporaryFolder()
    let certificate = try TestCertificate(in: folder.path)
    let server = try Server(certificate, [])
    server.hangUpOnceRead()
    let failure = try post(server, trusting: certificate.file)
    #expect(failure?.mayHaveArrived == true)
    #expect(server.said.contains("Kettle") && server.said.contains("sk_test_secret"))
  }

  /// What may be wrong with a certificate, or with how it is shown.
  enum Flaw: String, CaseIterable { case selfSigned, anotherHost, anotherAddress, expired }

  @Test("a certificate with a flaw: not one byte of the request leaves", arguments: Flaw.allCases)
  func flawed(flaw: Flaw) throws {
    let folder = try TemporaryFolder()
    let certificate =
      switch flaw {
      case .selfSigned: try TestCertificate(in: folder.path)
      case .anotherHost: try TestCertificate(for: "DNS:api.stripe.com,DNS:localhost", in: folder.path)
      case .anotherAddress: try TestCertificate(for: "IP:127.0.0.2", in: folder.path)
      case .expired: try TestCertificate(hasExpired: true, in: folder.path)
      }
    let server = try Server(certificate, [])
    let failure = try post(server, trusting: flaw == .selfSigned ? nil : certificate.file)
    #expect(failure?.mayHaveArrived == false)
    #expect(failure?.reason.lowercased().contains("certificate") == true, "\(failure?.reason ?? "an answer came")")
    #expect(!server.hasReadAnything)
  }

  @Test("a server of TLS 1.1 is not spoken to")
  func old() throws {
    let folder = try TemporaryFolder()
    let certificate = try TestCertificate(in: folder.path)
    let server = try Server(certificate, ["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"])
    let failure = try post(server, trusting: certificate.file)
    #expect(failure?.mayHaveArrived == false)
    #expect(!server.hasReadAnything)
  }
}
