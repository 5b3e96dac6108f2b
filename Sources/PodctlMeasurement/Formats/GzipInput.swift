import CZlib
import PodctlCore

/// Inflates gzip bytes of one or many members, as `cat a.gz b.gz` makes them.
final class GzipInput {
  private let input: ByteInput
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: GzipInput.bufferSize)
  private static let bufferSize = 1 << 16
  private var isInMember = true
  private var inflated = 0

  /// Takes over an input with the bytes already read from it.
  init(_ input: ByteInput, head: [UInt8]) throws(PodctlError) {
    precondition(head.count <= GzipInput.bufferSize)
    self.input = input
    stream.initialize(to: z_stream())
    // 15 window bits, plus 16 for a gzip header and nothing else.
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw PodctlError(.internalFault, "zlib could not start")
    }
    head.withUnsafeBufferPointer { if let base = $0.baseAddress { buffer.update(from: base, count: $0.count) } }
    stream.pointee.next_in = buffer
    stream.pointee.avail_in = UInt32(head.count)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  private func damaged(_ how: String) -> PodctlError {
    PodctlError(
      .gzipDamaged, "\(input.name) is damaged: the gzip data \(how) after \(inflated) bytes of log",
      hint: "fetch the file again; nothing of it was counted",
      context: [.init("file", input.name), .init("bytes", String(inflated))])
  }

  /// Fills the buffer with compressed bytes; false at the end of the file.
  private func refill() throws(PodctlError) -> Bool {
    let count = try input.read(into: buffer, count: GzipInput.bufferSize)
    stream.pointee.next_in = buffer
    stream.pointee.avail_in = UInt32(count)
    return count > 0
  }

  /// Inflates up to `count` bytes; 0 at the end. Throws `gzip_damaged` or `file_unreadable`.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(PodctlError) -> Int {
    stream.pointee.next_out = target
    stream.pointee.avail_out = UInt32(count)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0, !(try refill()) {
        guard !isInMember else { throw damaged("ends too early") }
        break
      }
      if !isInMember {
        // Padding with zeros is common on tapes and block stores; anything else is a further member or damage.
        if stream.pointee.next_in.pointee == 0 {
          stream.pointee.next_in += 1
          stream.pointee.avail_in -= 1
          continue
        }
        guard inflateReset(stream) == Z_OK else { throw damaged("cannot go on") }
        isInMember = true
      }
      let before = stream.pointee.avail_out
      let status = inflate(stream, Z_NO_FLUSH)
      inflated += Int(before - stream.pointee.avail_out)
      switch status {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END: isInMember = false
      case Z_MEM_ERROR: throw PodctlError(.internalFault, "zlib ran out of memory")
      default: throw damaged("is broken")
      }
    }
    return count - Int(stream.pointee.avail_out)
  }
}
