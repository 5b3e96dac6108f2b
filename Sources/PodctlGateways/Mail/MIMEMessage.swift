import PodctlCore

/// A mail as it travels over SMTP (RFC 5322, MIME): plain and HTML as alternatives, files attached, all in seven bits.
/// Nothing in it is random: the same mail at the same time is the same bytes.
public struct MIMEMessage: Sendable {
  private indirect enum Part {
    case leaf(headers: [String], body: String)
    case parts(kind: String, [Part])
  }

  private let mail: OutgoingMail
  private let date: Instant

  public init(_ mail: OutgoingMail, at date: Instant) {
    self.mail = mail
    self.date = date
  }

  /// By what name everybody on the way knows the mail; the same each time it is sent.
  public var id: String { "<\(mail.mark)@\(mail.from.text.split(separator: "@").last ?? "podctl.invalid")>" }

  /// The whole message, lines ended by CRLF, no full stop doubled yet.
  public var bytes: [UInt8] {
    var headers = [
      "Date: \(MIMEText.date(date))",
      "From: \(MIMEText.person(mail.fromName, mail.from))",
      "To: \(mail.to.text)",
    ]
    if let replyTo = mail.replyTo { headers.append("Reply-To: \(replyTo.text)") }
    headers += [
      MIMEText.header("Subject", mail.subject), "Message-ID: \(id)", "MIME-Version: 1.0",
      // Nobody's absence note needs to answer.
      "Auto-Submitted: auto-generated",
    ]
    return Array((headers.joined(separator: "\r\n") + "\r\n" + text(of: content, depth: 0) + "\r\n").utf8)
  }

  private var content: Part {
    let plain = words(mail.plain, "text/plain")
    let letter = mail.html.map { Part.parts(kind: "alternative", [plain, words($0, "text/html")]) } ?? plain
    guard !mail.attachments.isEmpty else { return letter }
    return .parts(kind: "mixed", [letter] + mail.attachments.map(file))
  }

  private func words(_ text: String, _ type: String) -> Part {
    .leaf(
      headers: ["Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
      body: MIMEText.quotedPrintable(text))
  }

  private func file(_ file: OutgoingMail.Attachment) -> Part {
    .leaf(
      headers: [
        "Content-Type: \(file.type.asOneLine)", "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;\r\n \(MIMEText.parameter("filename", file.fileName))",
      ], body: MIMEText.base64(file.bytes))
  }

  private func text(of part: Part, depth: Int) -> String {
    switch part {
    case .leaf(let headers, let body): return headers.joined(separator: "\r\n") + "\r\n\r\n" + body
    case .parts(let kind, let parts):
      // Neither quoted-printable nor base64 can hold "=_".
      let boundary = "=_podctl_\(depth)"
      let inner = parts.map { "--\(boundary)\r\n" + text(of: $0, depth: depth + 1) + "\r\n" }.joined()
      return "Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\r\n\r\n\(inner)--\(boundary)--"
    }
  }
}
