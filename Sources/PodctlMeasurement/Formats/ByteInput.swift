import Glibc
import PodctlCore

/// An open log: bytes as they lie there, before any decompression.
final class ByteInput {
  let name: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let memory: [UInt8]
  /// The next byte to read; nil for a pipe, which has no places.
  private var offset: Int?

  /// Opens a source at a byte; throws `file_not_found` or `file_unreadable`.
  init(_ source: LogSource, at start: Int = 0) throws(PodctlError) {
    name = source.name
    switch source {
    case .file(let path):
      memory = []
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      ownsDescriptor = true
      let failure = errno
      guard descriptor >= 0 else {
        throw failure == ENOENT || failure == ENOTDIR
          ? PodctlError(
            .fileNotFound, "there is no file \(path)", hint: "check the path", context: [.init("path", path)])
          : PodctlError(.fileUnreadable, "\(path) cannot be read: \(String(cString: strerror(failure)))")
      }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
        throw PodctlError(
          .fileUnreadable, "\(path) is a folder", hint: "name the log files in it, for example \(path)/*")
      }
      let isRegular = status.st_mode & S_IFMT == S_IFREG
      offset = isRegular ? start : nil
      if isRegular { posix_fadvise(descriptor, off_t(start), 0, POSIX_FADV_SEQUENTIAL) }
    case .standardInput:
      memory = []
      descriptor = 0
      ownsDescriptor = false
      offset = nil
    case .memory(_, let bytes):
      memory = bytes
      descriptor = -1
      ownsDescriptor = false
      offset = start
    }
  }

  deinit { if ownsDescriptor, descriptor >= 0 { close(descriptor) } }

  /// Size in bytes of a regular file or of memory; nil for a pipe.
  var size: Int? {
    guard offset != nil else { return nil }
    if descriptor < 0 { return memory.count }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Reads up to `count` bytes; 0 at the end. Throws `file_unreadable`.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(PodctlError) -> Int {
    if descriptor < 0 {
      let start = offset ?? 0
      let taken = min(count, memory.count - start)
      guard taken > 0 else { return 0 }
      memory.withUnsafeBufferPointer { if let base = $0.baseAddress { memcpy(target, base + start, taken) } }
      offset = start + taken
      return taken
    }
    while true {
      let taken =
        if let offset { pread(descriptor, target, count, off_t(offset)) } else { Glibc.read(descriptor, target, count) }
      if taken >= 0 {
        if let start = offset { offset = start + taken }
        return taken
      }
      if errno == EINTR { continue }
      throw PodctlError(.fileUnreadable, "\(name) cannot be read to its end: \(String(cString: strerror(errno)))")
    }
  }

  /// The same into an array, behind the bytes that it has.
  func read(into target: inout [UInt8], after start: Int) throws(PodctlError) -> Int {
    let room = target.count - start
    let taken = target.withUnsafeMutableBufferPointer { buffer -> Result<Int, PodctlError> in
      guard let base = buffer.baseAddress else { return .success(0) }
      do throws(PodctlError) {
        return .success(try read(into: base + start, count: room))
      } catch {
        return .failure(error)
      }
    }
    return try taken.get()
  }
}
