import PodctlCore

/// What is known of one attempt to hand in a mail: how much of it was given to libcurl, and what the server said.
final class SMTPDialogue {
  private let message: [UInt8]
  private var offset = 0
  /// The server's replies, the last line of each, before and after the whole message was on its way.
  private(set) var before: [String] = []
  private(set) var after: [String] = []

  init(_ message: [UInt8]) { self.message = message }

  /// True once the message's end may have been sent: from then on it may have been taken.
  var isWhole: Bool { offset == message.count }

  /// Copies the next bytes of the message; 0 at its end.
  func give(_ bytes: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(bytes.count, message.count - offset)
    message.withUnsafeBytes { bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + count)])) }
    offset += count
    return count
  }

  func hear(_ bytes: UnsafeRawBufferPointer) {
    let line = String(decoding: bytes, as: UTF8.self)
    // "250-SIZE" goes on; "250 OK" ends the reply.
    guard line.utf8.count >= 3, line.utf8.dropFirst(3).first != 45 else { return }
    if isWhole { after.append(line) } else { before.append(line) }
  }

  /// The status and, where the server gives it, the enhanced status of a reply: its words may quote an address.
  static func status(_ reply: String) -> String {
    let words = reply.split(whereSeparator: \.isWhitespace).prefix(2)
    let enhanced = words.dropFirst().first { word in
      word.split(separator: ".").count == 3 && word.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
    }
    return "SMTP " + reply.prefix(3) + (enhanced.map { " \($0)" } ?? "")
  }
}
