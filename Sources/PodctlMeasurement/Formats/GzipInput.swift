import CIsal
import PodctlCore

/// Inflates gzip bytes of one or many members, as `cat a.gz b.gz` makes them. ISA-L does it in well under half of zlib's
/// time, and inflating is most of what a packed log costs.
final class GzipInput {
  private let input: ByteInput
  private let state: UnsafeMutableRawPointer
  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: GzipInput.bufferSize)
  private static let bufferSize = 1 << 16
  private var window = isal_window()
  private var isInMember = true
  private var isAtEnd = false
  private var inflated = 0

  /// Takes over an input with the bytes already read from it.
  init(_ input: ByteInput, head: [UInt8]) throws(PodctlError) {
    precondition(head.count <= GzipInput.bufferSize)
    self.input = input
    guard let state = isal_gzip_open() else {
      throw PodctlError(.internalFault, "there is no memory to inflate \(input.name) with")
    }
    self.state = state
    head.withUnsafeBufferPointer { if let base = $0.baseAddress { buffer.update(from: base, count: $0.count) } }
    window.next_in = UnsafePointer(buffer)
    window.avail_in = UInt32(head.count)
  }

  deinit {
    isal_gzip_close(state)
    buffer.deallocate()
  }

  private func damaged(_ how: String) -> PodctlError {
    PodctlError(
      .gzipDamaged, "\(input.name) is damaged: the gzip data \(how) after \(inflated) bytes of log",
      hint: "fetch the file again; nothing of it was counted",
      context: [.init("file", input.name), .init("bytes", String(inflated))])
  }

  /// Fills the buffer with compressed bytes where it is empty.
  private func refill() throws(PodctlError) {
    guard window.avail_in == 0, !isAtEnd else { return }
    let count = try input.read(into: buffer, count: GzipInput.bufferSize)
    window.next_in = UnsafePointer(buffer)
    window.avail_in = UInt32(count)
    isAtEnd = count == 0
  }

  /// Inflates up to `count` bytes; 0 at the end. Throws `gzip_damaged` or `file_unreadable`.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(PodctlError) -> Int {
    window.next_out = target
    window.avail_out = UInt32(count)
    while window.avail_out > 0 {
      try refill()
      if !isInMember {
        guard let next = window.next_in, window.avail_in > 0 else { break }
        // Padding with zeros is common on tapes and block stores; anything else is a further member or damage.
        if next.pointee == 0 {
          window.next_in = next + 1
          window.avail_in -= 1
          continue
        }
        isal_gzip_reset(state)
        isInMember = true
      }
      let before = window.avail_out
      let outcome = isal_gzip_inflate(state, &window)
      inflated += Int(before - window.avail_out)
      guard outcome >= 0 else { throw damaged("is broken") }
      if outcome == 1 {
        isInMember = false
      } else if isAtEnd, window.avail_out == before {
        throw damaged("ends too early")
      }
    }
    return count - Int(window.avail_out)
  }
}
