import CCrypto

/// SHA-256 (FIPS 180-4) of bytes that may come in pieces.
public struct SHA256 {
  private let context: OpaquePointer

  /// A digest of 32 bytes for one run of bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    var output = [UInt8](repeating: 0, count: 32)
    _ = CCrypto.SHA256(input, input.count, &output)
    return output
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String { hash(bytes).hexadecimal }

  /// Starts an incremental digest; finish it exactly once.
  public init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  public func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// Ends the digest and frees its state.
  public func finish() -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &output, nil)
    EVP_MD_CTX_free(context)
    return output
  }
}

/// HMAC-SHA-256 (RFC 2104) under one key, made ready once for many messages.
public final class HMACSHA256 {
  private let context: OpaquePointer

  public init(key: [UInt8]) {
    let mac = EVP_MAC_fetch(nil, "HMAC", nil)
    context = EVP_MAC_CTX_new(mac)
    EVP_MAC_free(mac)
    var name = Array("SHA256".utf8CString)
    name.withUnsafeMutableBufferPointer { digest in
      let parameters = [
        OSSL_PARAM_construct_utf8_string("digest", digest.baseAddress, 0), OSSL_PARAM_construct_end(),
      ]
      EVP_MAC_init(context, key, key.count, parameters)
    }
  }

  deinit { EVP_MAC_CTX_free(context) }

  /// The 32-byte code of one message.
  public func code(for message: UnsafeRawBufferPointer) -> [UInt8] {
    // Starting again without a key keeps the key's prepared state.
    EVP_MAC_init(context, nil, 0, nil)
    EVP_MAC_update(context, message.bindMemory(to: UInt8.self).baseAddress, message.count)
    var output = [UInt8](repeating: 0, count: 32)
    EVP_MAC_final(context, &output, nil, 32)
    return output
  }

  public func code(for message: [UInt8]) -> [UInt8] { message.withUnsafeBytes { code(for: $0) } }
}

/// Compares secrets in a time that does not depend on where they differ.
public func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}

/// Bytes from the system's cryptographic random source.
public func randomBytes(_ count: Int) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  precondition(RAND_bytes(&bytes, Int32(count)) == 1, "the random source failed")
  return bytes
}

extension Sequence<UInt8> {
  /// Lower-case hexadecimal digits, two a byte.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
