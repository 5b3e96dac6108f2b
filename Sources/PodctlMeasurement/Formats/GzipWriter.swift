import CZlib
import PodctlCore

/// Makes one gzip member of bytes, with no name and no time in its header, so that the same bytes give the same file.
public enum GzipWriter {
  /// Compresses at the fastest level; throws `internal_fault` when zlib refuses, which only a lack of memory causes.
  public static func member(_ bytes: [UInt8]) throws(PodctlError) -> [UInt8] {
    var stream = z_stream()
    // 15 window bits, plus 16 for a gzip header.
    guard
      deflateInit2_(
        &stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw PodctlError(.internalFault, "zlib could not start") }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    var input = bytes
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw PodctlError(.internalFault, "zlib could not compress") }
    output.removeLast(Int(stream.avail_out))
    return output
  }
}
