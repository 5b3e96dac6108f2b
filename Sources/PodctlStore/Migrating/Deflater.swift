import CZlib
import PodctlCore

/// Compresses bytes as they come, in zlib's format, up to a limit.
final class Deflater {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var output: [UInt8] = []
  private var isTooLarge = false

  /// A ledger is no store of files: beyond this many compressed bytes the text is not kept.
  private static let limit = 4 << 20

  init() {
    stream.initialize(to: z_stream())
    deflateInit_(stream, Z_DEFAULT_COMPRESSION, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func add(_ bytes: [UInt8]) { push(bytes, Z_NO_FLUSH) }

  /// All of it; nil where the limit was passed.
  func finish() -> [UInt8]? {
    push([], Z_FINISH)
    return isTooLarge ? nil : output
  }

  private func push(_ bytes: [UInt8], _ flush: Int32) {
    guard !isTooLarge else { return }
    var input = bytes
    input.withUnsafeMutableBufferPointer { buffer in
      stream.pointee.next_in = buffer.baseAddress
      stream.pointee.avail_in = UInt32(buffer.count)
      var isFull = true
      while isFull {
        let piece = [UInt8](unsafeUninitializedCapacity: 16_384) { target, filled in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(target.count)
          deflate(stream, flush)
          filled = target.count - Int(stream.pointee.avail_out)
        }
        output += piece
        isFull = piece.count == 16_384
      }
    }
    if output.count > Deflater.limit {
      isTooLarge = true
      output = []
    }
  }

  /// Bytes that were compressed by this; nil where they are damaged.
  static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    return input.withUnsafeMutableBufferPointer { buffer in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(buffer.count)
      while true {
        var status = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { target, filled in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = inflate(&stream, Z_NO_FLUSH)
          filled = target.count - Int(stream.avail_out)
        }
        output += piece
        if status == Z_STREAM_END { return output }
        guard status == Z_OK, !piece.isEmpty else { return nil }
      }
    }
  }
}
