import CZlib
import PodctlCore

/// A list's bytes as they are kept: one gzip member.
public enum ListArchive {
  /// No list comes near this; more is damage.
  private static let mostBytes = 1 << 28

  public static func packed(_ bytes: [UInt8]) throws(PodctlError) -> [UInt8] { try GzipWriter.member(bytes) }

  /// Throws `database_damaged` for bytes that are no whole member.
  public static func unpacked(_ bytes: [UInt8]) throws(PodctlError) -> [UInt8] {
    var stream = z_stream()
    // 15 window bits, plus 16 for a gzip header and nothing else.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw PodctlError(.internalFault, "zlib could not start")
    }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let status = input.withUnsafeMutableBufferPointer { source -> Int32 in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while true {
        let status = buffer.withUnsafeMutableBufferPointer { target -> Int32 in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          return inflate(&stream, Z_NO_FLUSH)
        }
        output += buffer.prefix(buffer.count - Int(stream.avail_out))
        if status != Z_OK || output.count > mostBytes { return status }
      }
    }
    guard status == Z_STREAM_END else {
      throw PodctlError(
        .databaseDamaged, "a stored filter list is damaged", hint: "import it again",
        commands: ["podctl podcast filters import DIR"])
    }
    return output
  }
}
