import Foundation
import PodctlCore
import PodctlOperations
import PodctlTestSupport
import Testing

@Suite struct SecretDirectoryTests {
  private let folder: TemporaryFolder
  private let slug: Slug

  init() throws {
    folder = try TemporaryFolder()
    slug = try Slug("acme")
  }

  private var secrets: SecretDirectory { SecretDirectory(dataDirectory: folder.file("data"), credentials: nil) }
  private var file: String { folder.file("data/secrets/acme.key") }

  private func mode(_ path: String) throws -> Int? {
    (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
  }

  private func code(_ tenant: Tenant, _ secrets: SecretDirectory? = nil) -> PodctlError? {
    do {
      _ = try (secrets ?? self.secrets).secret(of: tenant)
      return nil
    } catch { return error }
  }

  private func tenant(_ fingerprint: String) throws -> Tenant {
    try TenantFixture.tenant("acme", ids: CountingIdentifiers(), fingerprint: fingerprint)
  }

  @Test("a new secret is 64 digits in a file and a folder that only their owner may enter, and is kept")
  func new() throws {
    let secret = try secrets.secret(forNew: slug, seed: nil)
    #expect(try mode(file) == 0o600)
    #expect(try mode(folder.file("data/secrets")) == 0o700)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
    #expect(try secrets.secret(forNew: slug, seed: "other").fingerprint == secret.fingerprint)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("data/secrets")) == ["acme.key"])
    #expect(try secrets.secret(of: tenant(secret.fingerprint)).fingerprint == secret.fingerprint)
    #expect(try secrets.secret(forNew: Slug("other"), seed: nil).fingerprint != secret.fingerprint)
  }

  @Test("a seed and a slug make the same secret anywhere")
  func seeded() throws {
    let other = SecretDirectory(dataDirectory: folder.file("elsewhere"), credentials: nil)
    let secret = try secrets.secret(forNew: slug, seed: "42")
    #expect(try other.secret(forNew: slug, seed: "42").fingerprint == secret.fingerprint)
    #expect(try other.secret(forNew: Slug("b"), seed: "42").fingerprint != secret.fingerprint)
  }

  @Test(
    "a secret that others may read is refused with the line that closes it", arguments: [0o640, 0o604, 0o660, 0o622])
  func tooOpen(_ mode: Int) throws {
    let secret = try secrets.secret(forNew: slug, seed: nil)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    let error = try code(tenant(secret.fingerprint))
    #expect(error?.code == .secretTooOpen && error?.exit.rawValue == 77)
    #expect(error?.commands == ["chmod 600 \(file)"])
  }

  @Test("a missing secret, another one and a broken one are told apart, and none is shown")
  func wrong() throws {
    #expect(try code(tenant("none"))?.code == .secretMissing)
    let secret = try secrets.secret(forNew: slug, seed: nil)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let mismatch = try code(tenant("none"))
    #expect(mismatch?.code == .secretMismatch && mismatch?.exit.rawValue == 78)
    #expect(mismatch.map { !"\($0)".contains(text.prefix(64)) } == true)
    for broken in ["", "short", String(repeating: "g", count: 64)] {
      try Data(broken.utf8).write(to: URL(fileURLWithPath: file))
      #expect(try code(tenant(secret.fingerprint))?.code == .secretInvalid)
    }
  }

  @Test("a service's credential is taken, whatever its mode shows")
  func credential() throws {
    let place = folder.file("credentials")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data(String(repeating: "0a", count: 32).utf8).write(to: URL(fileURLWithPath: place + "/podctl-acme"))
    try FileManager.default.setAttributes([.posixPermissions: 0o440], ofItemAtPath: place + "/podctl-acme")
    let secrets = SecretDirectory(dataDirectory: folder.file("data"), credentials: place)
    let secret = try secrets.secret(forNew: slug, seed: nil)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try code(tenant(secret.fingerprint), secrets) == nil)
  }

  @Test("a data folder that cannot be made is told")
  func unwritable() throws {
    let blocked = SecretDirectory(dataDirectory: try folder.write("", to: "a-file") + "/x", credentials: nil)
    let error = #expect(throws: PodctlError.self) { try blocked.secret(forNew: slug, seed: nil) }
    #expect(error?.code == .cannotCreateFile)
  }
}
