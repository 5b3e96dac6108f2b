import CCrypto

/// The 32 bytes of a keyed hash as four numbers, which sort as the bytes do and need no memory of their own.
public struct KeyedHash: Sendable, Hashable, Comparable {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The first 32 bytes.
  public init(bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count >= 32, "a keyed hash has 32 bytes")
    func word(_ index: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  public init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes { KeyedHash(bytes: $0) } }

  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// The first eight bytes as a number: hashes that differ here sort by it.
  public var prefix: UInt64 { words.0 }

  /// The bytes, without an allocation.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    var ordered = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    return try withUnsafeBytes(of: &ordered) { try $0.withMemoryRebound(to: UInt8.self, body) }
  }

  public static func == (left: KeyedHash, right: KeyedHash) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) {
    // The words of a hash are as good as random: one of them tells hashes apart.
    hasher.combine(words.0)
  }

  public static func < (left: KeyedHash, right: KeyedHash) -> Bool { left.words < right.words }
}

/// HMAC-SHA-256 (RFC 2104) under one key. The states after the key are kept, so that a code starts from copies of them;
/// it holds nothing that changes, and threads may share it.
public final class HMACSHA256: Sendable {
  private static let blockSize = 64
  private let inner: SHA256_CTX
  private let outer: SHA256_CTX

  public init(key: [UInt8]) {
    var block = key.count > Self.blockSize ? SHA256.hash(key) : key
    block += [UInt8](repeating: 0, count: Self.blockSize - block.count)
    func state(_ pad: UInt8) -> SHA256_CTX {
      var context = SHA256_CTX()
      let padded = block.map { $0 ^ pad }
      SHA256_Init(&context)
      SHA256_Update(&context, padded, padded.count)
      return context
    }
    inner = state(0x36)
    outer = state(0x5C)
  }

  /// The code of one message.
  public func hash(of message: UnsafeRawBufferPointer) -> KeyedHash {
    withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
      let output = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      var context = inner
      SHA256_Update(&context, message.baseAddress, message.count)
      SHA256_Final(output, &context)
      context = outer
      SHA256_Update(&context, output, 32)
      SHA256_Final(output, &context)
      return KeyedHash(bytes: UnsafeRawBufferPointer(buffer))
    }
  }

  public func hash(of message: [UInt8]) -> KeyedHash { message.withUnsafeBytes { hash(of: $0) } }

  /// The 32-byte code of one message.
  public func code(for message: [UInt8]) -> [UInt8] { hash(of: message).bytes }
}
