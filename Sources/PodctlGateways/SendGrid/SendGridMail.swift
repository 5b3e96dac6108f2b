import Foundation
import PodctlCore

/// A mail as SendGrid's v3 API takes it. It is encoded once, with its fields in order, and those bytes are what is kept
/// and sent.
public struct SendGridMail: Sendable {
  public static let path = "/v3/mail/send"

  public struct Attachment: Sendable {
    public var fileName: String
    public var type: String
    public var bytes: [UInt8]

    public init(fileName: String, type: String, bytes: [UInt8]) {
      self.fileName = fileName
      self.type = type
      self.bytes = bytes
    }
  }

  public var to: MailAddress
  public var from: MailAddress
  public var fromName: String
  public var replyTo: MailAddress?
  public var subject: String
  public var plain: String
  public var html: String?
  public var attachments: [Attachment]
  /// Says in SendGrid's events which effect a mail was; it tells nothing to anybody else.
  public var mark: String

  public init(
    to: MailAddress, from: MailAddress, fromName: String, replyTo: MailAddress?, subject: String, plain: String,
    html: String?, attachments: [Attachment], mark: String
  ) {
    self.to = to
    self.from = from
    self.fromName = fromName
    self.replyTo = replyTo
    self.subject = subject
    self.plain = plain
    self.html = html
    self.attachments = attachments
    self.mark = mark
  }

  /// The bytes of the request. Clicks and openings are not tracked: a report is no advertisement.
  public func body() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(Wire(self)))
  }

  private struct Wire: Encodable {
    struct Person: Encodable {
      var email: String
      var name: String?
    }
    struct Personalization: Encodable {
      var to: [Person]
      var custom_args: [String: String]
    }
    struct Content: Encodable {
      var type: String
      var value: String
    }
    struct File: Encodable {
      var content: String
      var type: String
      var filename: String
      var disposition = "attachment"
    }
    struct Switch: Encodable { var enable: Bool }

    var personalizations: [Personalization]
    var from: Person
    var reply_to: Person?
    var subject: String
    var content: [Content]
    var attachments: [File]?
    var categories = ["sponsor-report"]
    var tracking_settings = ["click_tracking": Switch(enable: false), "open_tracking": Switch(enable: false)]

    init(_ mail: SendGridMail) {
      // A line break in a header would be another header.
      func line(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) })
      }
      personalizations = [
        Personalization(to: [Person(email: mail.to.text)], custom_args: ["podctl_effect": mail.mark])
      ]
      from = Person(email: mail.from.text, name: line(mail.fromName))
      reply_to = mail.replyTo.map { Person(email: $0.text) }
      subject = line(mail.subject)
      content = [Content(type: "text/plain", value: mail.plain)]
      if let html = mail.html { content.append(Content(type: "text/html", value: html)) }
      let files = mail.attachments.map { file in
        File(content: Data(file.bytes).base64EncodedString(), type: file.type, filename: line(file.fileName))
      }
      attachments = files.isEmpty ? nil : files
    }
  }
}
