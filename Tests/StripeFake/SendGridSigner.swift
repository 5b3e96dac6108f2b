import CCrypto
import Foundation

/// Signs events as SendGrid does, with a key that was made for the tests.
public enum SendGridSigner {
  /// What `--key` takes.
  public static let publicKey =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFk9kSau2L7o6Cj1G0WFhRUlDI5s/U5DdJnYW0021m/k2hDdVM+MapCN9t9eKL+KOwRxP6Lnw3t8dzZfBzuOUwA=="
  private static let privateKey =
    "MHcCAQEEIIXI0Z7f23q9119BH0O3X2DCcr+QPCxFItFCFNr1euVGoAoGCCqGSM49AwEHoUQDQgAEFk9kSau2L7o6Cj1G0WFhRUlDI5s/U5DdJnYW0021m/k2hDdVM+MapCN9t9eKL+KOwRxP6Lnw3t8dzZfBzuOUwA=="

  /// The signature in DER and base64 of a time and a body.
  public static func signature(of body: [UInt8], at timestamp: String) -> String {
    let bytes = Array(Data(base64Encoded: privateKey) ?? Data())
    let key = bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var place = buffer.baseAddress
      return d2i_AutoPrivateKey(nil, &place, buffer.count)
    }
    defer { EVP_PKEY_free(key) }
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    let message = Array(timestamp.utf8) + body
    var signature = [UInt8](repeating: 0, count: 128)
    var length = signature.count
    precondition(
      EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1
        && EVP_DigestSign(context, &signature, &length, message, message.count) == 1, "the test's key cannot sign")
    return Data(signature[..<length]).base64EncodedString()
  }
}
