import Foundation
import PodctlCore
import PodctlGateways
import Testing

@Suite("mails as they travel over SMTP") struct MIMEMessageTests {
  static func mail(
    subject: String = "Week 43", name: String = "Harbour Reports", plain: String = "hi", html: String? = "<p>hi</p>",
    files: [OutgoingMail.Attachment] = []
  ) throws -> OutgoingMail {
    OutgoingMail(
      to: try MailAddress(typed: "ann@kettle.example"), from: try MailAddress(typed: "reports@harbour.example"),
      fromName: name, replyTo: try MailAddress(typed: "ads@harbour.example"), subject: subject, plain: plain,
      html: html,
      attachments: files, mark: "0192-effect")
  }

  static func text(_ mail: OutgoingMail) -> String {
    String(decoding: MIMEMessage(mail, at: Instant(seconds: 1_793_030_405)).bytes, as: UTF8.self)
  }

  @Test("a mail with both parts and a file, byte for byte")
  func whole() throws {
    let file = OutgoingMail.Attachment(fileName: "w43.csv", type: "text/csv", bytes: Array("a,b\n".utf8))
    #expect(
      Self.text(try Self.mail(plain: ".dot\nä =", files: [file]))
        == """
        Date: Mon, 26 Oct 2026 16:00:05 +0000
        From: "Harbour Reports" <reports@harbour.example>
        To: ann@kettle.example
        Reply-To: ads@harbour.example
        Subject: Week 43
        Message-ID: <0192-effect@harbour.example>
        MIME-Version: 1.0
        Auto-Submitted: auto-generated
        Content-Type: multipart/mixed; boundary="=_podctl_0"

        --=_podctl_0
        Content-Type: multipart/alternative; boundary="=_podctl_1"

        --=_podctl_1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        =2Edot
        =C3=A4 =3D
        --=_podctl_1
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <p>hi</p>
        --=_podctl_1--
        --=_podctl_0
        Content-Type: text/csv
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment;
         filename="w43.csv"

        YSxiCg==
        --=_podctl_0--

        """.replacing("\n", with: "\r\n"))
  }

  @Test("no line is too long, none ends in a blank or begins with a full stop, and all is in seven bits")
  func lines() throws {
    var state: UInt64 = 43
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("abc .=äß日🎧\t\n?_\"<>")
    for round in 0..<200 {
      let plain = String((0..<next(400)).map { _ in letters[next(letters.count)] })
      let subject = String((0..<next(120)).map { _ in letters[next(letters.count)] })
      let text = Self.text(try Self.mail(subject: subject, name: subject, plain: plain))
      for line in text.components(separatedBy: "\r\n") {
        #expect(line.utf8.count <= 78 && !line.hasPrefix(".") && line.utf8.allSatisfy { $0 < 127 }, "\(round): \(line)")
        #expect(!line.contains("\n"), "\(round): \(line)")
      }
    }
  }

  @Test("a long subject of other letters becomes encoded words that read the same")
  func subject() throws {
    let subject = "Küchen & Kräne: auf Kurs, 340.112 von 400.000 Downloads, 日本語のタイトル, bis zum 31. Dezember"
    let text = Self.text(try Self.mail(subject: subject))
    let start = try #require(text.range(of: "Subject: "))
    let end = try #require(text.range(of: "\r\nMessage-ID"))
    var decoded = Data()
    for word in text[start.upperBound..<end.lowerBound].components(separatedBy: "\r\n ") {
      #expect(word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=") && word.utf8.count <= 75)
      let part = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
      // Each word is whole characters: RFC 2047 asks for it.
      #expect(String(data: part, encoding: .utf8) != nil)
      decoded += part
    }
    #expect(String(decoding: decoded, as: UTF8.self) == subject)
  }

  @Test("a name cannot smuggle a header in")
  func injection() throws {
    let text = Self.text(try Self.mail(subject: "A\r\nBcc: x@y.de", name: "B\r\nBcc: x@y.de"))
    #expect(!text.contains("\r\nBcc:") && text.contains("Subject: A  Bcc: x@y.de"))
  }

  @Test("the envelope is read back from what is kept")
  func envelope() throws {
    let submission = SMTPSubmission(try Self.mail(), at: Instant(seconds: 0))
    #expect(SMTPSubmission(bytes: submission.bytes) == submission)
    #expect(submission.messageID == "<0192-effect@harbour.example>")
    #expect(SMTPSubmission(bytes: Array("POST".utf8)) == nil)
  }
}
