/// Gathers an answer while it arrives, and stops the transfer when it grows over its bound.
final class CurlAnswer {
  private(set) var response = HTTPResponse(status: 0)
  private let maximumBytes: Int
  private var headerBytes = 0
  /// Far more than any honest server sends.
  private static let maximumHeaderBytes = 1 << 20

  init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

  /// Gives the number of bytes taken; fewer than were offered makes libcurl end the transfer.
  func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard response.body.count + bytes.count <= maximumBytes else {
      response.isCut = true
      return 0
    }
    response.body += bytes
    return bytes.count
  }

  func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
    headerBytes += bytes.count
    guard headerBytes <= CurlAnswer.maximumHeaderBytes else { return 0 }
    var line = String(decoding: bytes, as: UTF8.self)[...]
    while line.utf8.last == 10 || line.utf8.last == 13 { line = line.dropLast() }
    if line.hasPrefix("HTTP/") {
      // A status line begins an answer: what came before it was interim (100 Continue) or a proxy's.
      let words = line.split(separator: " ", maxSplits: 2)
      response = HTTPResponse(status: words.count > 1 ? Int(words[1]) ?? 0 : 0)
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      response.headers.add(String(line[..<colon]), String(value))
    }
    return bytes.count
  }
}
