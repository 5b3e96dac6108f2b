import CCrypto

/// A public key on the curve P-256, with which signatures of others are checked.
public final class SignatureKey {
  private let key: OpaquePointer

  /// Reads a key as a SubjectPublicKeyInfo (RFC 5480); nil for what is none, or of another curve.
  public init?(subjectPublicKeyInfo bytes: [UInt8]) {
    let read = bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var place = buffer.baseAddress
      return d2i_PUBKEY(nil, &place, buffer.count)
    }
    guard let read else { return nil }
    guard EVP_PKEY_get_base_id(read) == EVP_PKEY_EC, EVP_PKEY_get_bits(read) == 256 else {
      EVP_PKEY_free(read)
      return nil
    }
    key = read
  }

  deinit { EVP_PKEY_free(key) }

  /// Whether an ECDSA signature in DER is that of the SHA-256 of a message under this key.
  public func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}
