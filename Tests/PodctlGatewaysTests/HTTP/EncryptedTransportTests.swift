import Foundation
import PodctlCore
import PodctlGateways
import PodctlTestSupport
import Testing

/// Against `openssl s_server`, which prints what it is sent.
@Suite(
  "A request goes to nobody who cannot show who they are",
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "openssl is not installed"),
  .timeLimit(.minutes(15)))
struct EncryptedTransportTests {
  private static func openssl(_ words: [String], in folder: TemporaryFolder, output: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try folder.write("", to: output)
    process.standardInput = Pipe()
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file(output)))
    process.standardError = process.standardOutput
    try process.run()
    return process
  }

  /// The error of a POST to a server with a certificate of its own making, and what that server read.
  private func post(_ server: [String]) throws -> (failure: HTTPFailure?, read: String) {
    let folder = try TemporaryFolder()
    let made = try Self.openssl(
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-subj",
        "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
      ], in: folder, output: "made")
    made.waitUntilExit()
    try #require(made.terminationStatus == 0)
    let running = try Self.openssl(
      ["s_server", "-accept", "127.0.0.1:0", "-cert", "cert.pem", "-key", "key.pem"] + server, in: folder,
      output: "said")
    defer {
      // It may have been born with SIGTERM held back.
      kill(running.processIdentifier, SIGKILL)
      running.waitUntilExit()
    }
    var said = ""
    var port: Substring?
    while running.isRunning, port == nil {
      said = try String(contentsOfFile: folder.file("said"), encoding: .utf8)
      port = said.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)/)?.output.1
      usleep(10_000)
    }
    let number = try #require(port, "\(said)")
    let address = try #require(HTTPAddress("https://127.0.0.1:\(number)/v1/customers"))
    var request = HTTPRequest(.post, address, body: Array("name=Kettle".utf8), maximumBytes: 1000)
    request.headers.add("Authorization", "Bearer sk_test_secret")
    request.isSentOnce = true
    request.mayUseProxy = false
    let transport = try CurlTransport()
    var failure: HTTPFailure?
    do throws(HTTPFailure) {
      _ = try transport.attempt(request)
    } catch {
      failure = error
    }
    return (failure, try String(contentsOfFile: folder.file("said"), encoding: .utf8))
  }

  @Test("a certificate that nobody known has signed: not one byte of the request leaves")
  func selfSigned() throws {
    let (failure, read) = try post([])
    #expect(failure?.mayHaveArrived == false)
    #expect(failure?.reason.lowercased().contains("certificate") == true, "\(failure?.reason ?? "an answer came")")
    #expect(!read.contains("Kettle") && !read.contains("sk_test_secret"))
  }

  @Test("a server of TLS 1.1 is not spoken to")
  func old() throws {
    let (failure, read) = try post(["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"])
    #expect(failure?.mayHaveArrived == false)
    #expect(!read.contains("Kettle") && !read.contains("sk_test_secret"))
  }
}
