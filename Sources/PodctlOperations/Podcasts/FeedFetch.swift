import Glibc
import PodctlCore
import PodctlGateways

/// Fetches and reads a feed from the web or from a file.
struct FeedFetch {
  /// What came, and the marks by which the next fetch can ask whether it has changed.
  enum Outcome {
    case unchanged
    case read(Feed, etag: String?, modified: String?)
  }

  /// Made only when a feed lies on the web.
  let transport: () throws(PodctlError) -> any HTTPTransport

  /// Throws what `FeedClient` and `FeedReader` throw, and `file_not_found` or `file_unreadable`.
  func fetch(_ location: FeedLocation, etag: String?, modified: String?) throws(PodctlError) -> Outcome {
    do {
      switch location {
      case .file(let path): return .read(try FeedReader.read(FeedFetch.bytes(of: path)), etag: nil, modified: nil)
      case .web(let address):
        switch try FeedClient(transport()).fetch(address, etag: etag, modified: modified) {
        case .unchanged: return .unchanged
        case .fetched(let bytes, let etag, let modified):
          return .read(try FeedReader.read(bytes), etag: etag, modified: modified)
        }
      }
    } catch {
      // Which of several feeds it was: the reader does not know where its bytes come from.
      var named = error
      if !error.context.contains(where: { $0.name == "feed" }) { named.context.append(.init("feed", location.shown)) }
      throw named
    }
  }

  /// The file's bytes, one more than a feed may have at most.
  private static func bytes(of path: String) throws(PodctlError) -> [UInt8] {
    let file = try LogFile(path: path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(file.bytes), FeedReader.maximumBytes) + 1)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while bytes.count <= FeedReader.maximumBytes {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      bytes += UnsafeRawBufferPointer(start: buffer.baseAddress, count: count)
    }
    return bytes
  }

  private static func unreadable(_ path: String) -> PodctlError {
    PodctlError(
      .fileUnreadable, "\(path) cannot be read: \(String(cString: strerror(errno)))",
      hint: "give podctl's user the right to read it")
  }
}
