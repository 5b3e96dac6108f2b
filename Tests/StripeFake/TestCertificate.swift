import Foundation

/// A certificate that signs itself, with its key, made by the openssl program for this machine's own addresses.
public struct TestCertificate: Sendable {
  /// In PEM; given to a client as its authorities, it is trusted.
  public let file: String
  public let keyFile: String

  private static let program = "/usr/bin/openssl"
  /// Why none can be made; nil where one can.
  public static let obstacle: String? =
    FileManager.default.isExecutableFile(atPath: program) ? nil : "the openssl program is not installed"

  /// Writes both files into a folder.
  public init(for names: String = "IP:127.0.0.1,IP:127.0.0.2", in folder: String) throws {
    file = folder + "/server.pem"
    keyFile = folder + "/server.key"
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: Self.program)
    openssl.arguments =
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
      + ["-subj", "/CN=fake", "-addext", "subjectAltName=" + names, "-keyout", keyFile, "-out", file]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    guard openssl.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
