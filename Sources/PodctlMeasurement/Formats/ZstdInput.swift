import PodctlCore

#if canImport(CZstd)
  import CZstd

  /// Decompresses zstd frames, one or many.
  final class ZstdInput {
    private let input: ByteInput
    private let stream: OpaquePointer
    private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: ZstdInput.bufferSize)
    private static let bufferSize = 1 << 17
    private var position = 0
    private var count: Int
    /// What the library still waits for; 0 between frames.
    private var isInFrame = true
    private var decompressed = 0

    /// Takes over an input with the bytes already read from it.
    init(_ input: ByteInput, head: [UInt8]) throws(PodctlError) {
      precondition(head.count <= ZstdInput.bufferSize)
      self.input = input
      guard let stream = ZSTD_createDStream() else { throw PodctlError(.internalFault, "zstd could not start") }
      self.stream = stream
      count = head.count
      head.withUnsafeBufferPointer { if let base = $0.baseAddress { buffer.update(from: base, count: $0.count) } }
    }

    deinit {
      ZSTD_freeDStream(stream)
      buffer.deallocate()
    }

    private func damaged(_ how: String) -> PodctlError {
      PodctlError(
        .zstdDamaged, "\(input.name) is damaged: the zstd data \(how) after \(decompressed) bytes of log",
        hint: "fetch the file again; nothing of it was counted",
        context: [.init("file", input.name), .init("bytes", String(decompressed))])
    }

    /// Decompresses up to `count` bytes; 0 at the end. Throws `zstd_damaged` or `file_unreadable`.
    func read(into target: UnsafeMutablePointer<UInt8>, count room: Int) throws(PodctlError) -> Int {
      var output = ZSTD_outBuffer(dst: target, size: room, pos: 0)
      while output.pos < output.size {
        if position == count {
          position = 0
          count = try input.read(into: buffer, count: ZstdInput.bufferSize)
        }
        let isAtEnd = count == 0
        if isAtEnd, !isInFrame { break }
        var source = ZSTD_inBuffer(src: buffer, size: count, pos: position)
        let before = output.pos
        let status = ZSTD_decompressStream(stream, &output, &source)
        guard ZSTD_isError(status) == 0 else { throw damaged("is broken") }
        position = source.pos
        isInFrame = status != 0
        decompressed += output.pos - before
        if isAtEnd, isInFrame, output.pos == before { throw damaged("ends too early") }
      }
      return output.pos
    }
  }
#else
  /// Stands in where podctl was built without the library.
  final class ZstdInput {
    init(_ input: ByteInput, head: [UInt8]) throws(PodctlError) {
      throw PodctlError(
        .fileUnreadable, "\(input.name) is compressed with zstd, which this podctl was built without",
        hint: "decompress it first: zstd -dc \(input.name) | podctl … -", context: [.init("file", input.name)])
    }

    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(PodctlError) -> Int { 0 }
  }
#endif

extension ZstdInput {
  /// Whether podctl was built with the library.
  static var isAvailable: Bool {
    #if canImport(CZstd)
      true
    #else
      false
    #endif
  }

  /// Whether bytes begin a zstd frame, or one to be skipped before it.
  static func begins(_ head: [UInt8]) -> Bool {
    guard head.count >= 4 else { return false }
    if head[1] == 0xb5 { return head.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) }
    return head[0] & 0xf0 == 0x50 && head[1...3].elementsEqual([0x2a, 0x4d, 0x18])
  }
}
