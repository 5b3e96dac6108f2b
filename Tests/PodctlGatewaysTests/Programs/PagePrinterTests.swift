import Foundation
import PodctlCore
import PodctlGateways
import PodctlTestSupport
import Synchronization
import Testing

@Suite("WeasyPrint, kept from fetching", .enabled(if: RealPrinter.isHere, "weasyprint is not installed"))
struct PagePrinterTests {
  private static let word = "KEPT-FROM-EVERY-PAPER"

  /// A page that asks for a file and a server in every way that WeasyPrint knows.
  private func page(_ file: String, _ server: String) -> String {
    let drawing = Data(
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='\(server)/drawing' width='9' height='9'/></svg>"
        .utf8
    ).base64EncodedString()
    return """
      <!doctype html><html><head><title>Paper</title>
      <link rel="attachment" href="\(file)"><link rel="attachment" href="\(server)/attachment">
      <link rel="stylesheet" href="\(server)/sheet"><style>@import "\(server)/import";
      @font-face { font-family: Kept; src: url(\(server)/font) } body { font-family: Kept; background: url(\(server)/ground) }
      li { list-style-image: url(\(file)) }</style></head>
      <body><p>a <a rel="attachment" href="\(file)">b</a> <img src="\(server)/picture"> <img src="\(file)">
      <img src="data:image/svg+xml;base64,\(drawing)"> <object data="\(server)/object"></object>
      <svg width="9" height="9"><image href="\(server)/inline" width="9" height="9"/></svg></p><ul><li>c</ul></body></html>
      """
  }

  @Test("asks no server and puts no file of this machine on paper; its own command does both")
  func kept() throws {
    let folder = try TemporaryFolder()
    let file = URL(fileURLWithPath: try folder.write(String(repeating: Self.word, count: 9), to: "kept.txt"))
      .absoluteString
    let silent = try SilentServer()
    defer { silent.end() }
    let variables = ["PATH": "/usr/bin:/bin", "TMPDIR": folder.path, "HOME": folder.path]
    let html = page(file, silent.address)
    let paper = try PagePrinter(variables: variables).pdf(of: html, dated: Instant(seconds: 86_400))
    #expect(!silent.wasAsked, "no server may be asked")
    #expect(try !RealPrinter.unpacked(paper, in: folder).contains(Self.word))
    #expect(try PagePrinter(variables: variables).pdf(of: html, dated: Instant(seconds: 86_400)) == paper)
    // What the test would not see, it could not forbid.
    let source = try folder.write(page(file, silent.address), to: "page.html")
    let printed = folder.file("page.pdf")
    try RealPrinter.run("weasyprint", ["--quiet", source, printed])
    #expect(silent.wasAsked)
    #expect(
      try RealPrinter.unpacked(Array(Data(contentsOf: URL(fileURLWithPath: printed))), in: folder).contains(Self.word))
  }

  @Test("puts a picture that lies in the page on paper")
  func pictures() throws {
    let folder = try TemporaryFolder()
    let variables = ["PATH": "/usr/bin:/bin", "TMPDIR": folder.path, "HOME": folder.path]
    let dot =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    func paper(_ source: String) throws -> String {
      let html = "<!doctype html><p>a<img src=\"\(source)\"></p>"
      return try RealPrinter.unpacked(
        PagePrinter(variables: variables).pdf(of: html, dated: Instant(seconds: 0)), in: folder)
    }
    #expect(try paper("data:image/png;base64,\(dot)").contains("/Image"))
    #expect(try !paper("data:image/png;base64,AA==").contains("/Image"))
  }
}

/// The WeasyPrint of this machine.
enum RealPrinter {
  static let isHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint")

  static func run(_ program: String, _ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// A paper's bytes with what is compressed in it, as one text.
  static func unpacked(_ paper: [UInt8], in folder: TemporaryFolder) throws -> String {
    let packed = try folder.write(paper, to: "packed.pdf")
    let script = """
      import re, sys, zlib
      data = open(sys.argv[1], 'rb').read()
      out = open(sys.argv[2], 'wb')
      out.write(data)
      for stream in re.findall(rb'stream\\r?\\n(.*?)endstream', data, re.S):
          try: out.write(zlib.decompressobj().decompress(stream))
          except zlib.error: pass
      out.close()
      """
    try run("python3", ["-c", script, packed, folder.file("unpacked")])
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.file("unpacked"))), as: UTF8.self)
  }
}

/// A port of the loopback that says nothing to anybody: whoever asks is seen.
final class SilentServer: Sendable {
  private let descriptor: Int32
  private let callers = Atomic<Int>(0)
  let address: String

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let port = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place -> Bool in
        bind(descriptor, place, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, place, &length) == 0
      }
    }
    guard descriptor >= 0, port else { throw PodctlError(.ioFailed, "no port can be had") }
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
    Thread.detachNewThread { [self] in
      while true {
        let caller = accept(descriptor, nil, nil)
        guard caller >= 0 else { return }
        callers.add(1, ordering: .relaxed)
        close(caller)
      }
    }
  }

  /// Nobody is waited for any more.
  func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// Whether somebody has come.
  var wasAsked: Bool { callers.load(ordering: .relaxed) > 0 }
}
