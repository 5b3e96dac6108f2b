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

  /// Writes both files into a folder; one that has expired did so yesterday.
  public init(for names: String = "IP:127.0.0.1,IP:127.0.0.2", hasExpired: Bool = false, in folder: String) throws {
    let made = folder + "/server.pem"
    keyFile = folder + "/server.key"
    file = hasExpired ? folder + "/expired.pem" : made
    try Self.openssl(
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        + ["-subj", "/CN=fake", "-addext", "subjectAltName=" + names, "-keyout", keyFile, "-out", made])
    guard hasExpired else { return }
    try Self.openssl(["x509", "-in", made, "-signkey", keyFile, "-days", "-1", "-out", file])
  }

  private static func openssl(_ words: [String]) throws {
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: program)
    openssl.arguments = words
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    guard openssl.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
