import PodctlCore

/// A mail to one recipient, whichever way it goes.
public struct OutgoingMail: Sendable {
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
  /// Says in a service's events, or in the mail's own name, which effect it was; it tells nothing to anybody else.
  public var mark: String
  /// The time within which it can be taken back; nil where it goes at once.
  public var window: Effect.Window?

  public init(
    to: MailAddress, from: MailAddress, fromName: String, replyTo: MailAddress?, subject: String, plain: String,
    html: String?, attachments: [Attachment], mark: String, window: Effect.Window? = nil
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
    self.window = window
  }
}

extension String {
  /// Without control characters: a line break in a header would be another header.
  var asOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
  }
}
