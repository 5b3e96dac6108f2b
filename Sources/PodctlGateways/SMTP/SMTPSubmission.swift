import PodctlCore

/// What is handed to a mail server: the envelope and the message. As bytes it is the client's half of the dialogue, so
/// that what is kept reads as what was said.
public struct SMTPSubmission: Sendable, Hashable {
  public static let method = "SMTP"

  public var from: MailAddress
  public var to: MailAddress
  public var message: [UInt8]

  public init(_ mail: OutgoingMail, at date: Instant) {
    from = mail.from
    to = mail.to
    message = MIMEMessage(mail, at: date).bytes
  }

  /// Reads what `bytes` wrote; nil for anything else.
  public init?(bytes: [UInt8]) {
    var rest = bytes[...]
    func line() -> String? {
      guard let end = rest.firstIndex(of: 10) else { return nil }
      defer { rest = rest[(end + 1)...] }
      let text = String(decoding: rest[..<end], as: UTF8.self)
      return text.hasSuffix("\r") ? String(text.dropLast()) : text
    }
    func address(after word: String) -> MailAddress? {
      guard let line = line(), line.hasPrefix(word + ":<"), line.hasSuffix(">") else { return nil }
      return MailAddress(String(line.dropFirst(word.count + 2).dropLast()))
    }
    guard let from = address(after: "MAIL FROM"), let to = address(after: "RCPT TO"), line() == "DATA" else {
      return nil
    }
    (self.from, self.to, message) = (from, to, Array(rest))
  }

  public var bytes: [UInt8] {
    Array("MAIL FROM:<\(from)>\r\nRCPT TO:<\(to)>\r\nDATA\r\n".utf8) + message
  }

  /// The mail's own name out of its headers.
  public var messageID: String? {
    let name = "Message-ID: "
    for line in String(decoding: message, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false) {
      if line.isEmpty { return nil }
      if line.hasPrefix(name) { return String(line.dropFirst(name.count)) }
    }
    return nil
  }
}
