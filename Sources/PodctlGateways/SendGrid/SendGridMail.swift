import Foundation
import PodctlCore

/// A mail as SendGrid's v3 API takes it. It is encoded once, with its fields in order, and those bytes are what is kept
/// and sent.
public struct SendGridMail: Sendable {
  public static let path = "/v3/mail/send"

  private let mail: OutgoingMail

  public init(_ mail: OutgoingMail) { self.mail = mail }

  /// The bytes of the request. Clicks and openings are not tracked: a report is no advertisement.
  public func body() throws -> [UInt8] { try Self.bytes(Wire(mail)) }

  /// The bytes of a mail that stands in for one that was taken back: the same content to the same person, under its own
  /// mark and with its own window. Throws for what `body` did not make.
  public static func renewed(_ body: [UInt8], mark: String, window: Effect.Window) throws -> [UInt8] {
    var wire = try JSONDecoder().decode(Wire.self, from: Data(body))
    for place in wire.personalizations.indices { wire.personalizations[place].custom_args = ["podctl_effect": mark] }
    wire.batch_id = window.batch
    wire.send_at = window.sendAt.seconds
    return try bytes(wire)
  }

  private static func bytes(_ wire: Wire) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(wire))
  }

  /// To whom a body that `body` made goes; nil for anything else.
  public static func recipient(of body: [UInt8]) -> MailAddress? {
    struct Read: Decodable {
      struct Person: Decodable { var email: String }
      struct Personalization: Decodable { var to: [Person] }
      var personalizations: [Personalization]
    }
    let read = try? JSONDecoder().decode(Read.self, from: Data(body))
    return read?.personalizations.first?.to.first.flatMap { MailAddress($0.email) }
  }

  private struct Wire: Codable {
    struct Person: Codable {
      var email: String
      var name: String?
    }
    struct Personalization: Codable {
      var to: [Person]
      var custom_args: [String: String]
    }
    struct Content: Codable {
      var type: String
      var value: String
    }
    struct File: Codable {
      var content: String
      var type: String
      var filename: String
      var disposition = "attachment"
    }
    struct Switch: Codable { var enable: Bool }

    var personalizations: [Personalization]
    var from: Person
    var reply_to: Person?
    var subject: String
    var content: [Content]
    var attachments: [File]?
    var categories = ["sponsor-report"]
    var batch_id: String?
    /// In Unix time.
    var send_at: Int64?
    var tracking_settings = ["click_tracking": Switch(enable: false), "open_tracking": Switch(enable: false)]

    init(_ mail: OutgoingMail) {
      personalizations = [
        Personalization(to: [Person(email: mail.to.text)], custom_args: ["podctl_effect": mail.mark])
      ]
      from = Person(email: mail.from.text, name: mail.fromName.asOneLine)
      reply_to = mail.replyTo.map { Person(email: $0.text) }
      subject = mail.subject.asOneLine
      content = [Content(type: "text/plain", value: mail.plain)]
      if let html = mail.html { content.append(Content(type: "text/html", value: html)) }
      let files = mail.attachments.map { file in
        File(content: Data(file.bytes).base64EncodedString(), type: file.type, filename: file.fileName.asOneLine)
      }
      attachments = files.isEmpty ? nil : files
      batch_id = mail.window?.batch
      send_at = mail.window?.sendAt.seconds
    }
  }
}
