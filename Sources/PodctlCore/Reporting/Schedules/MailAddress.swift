/// An address of a mailbox, as RFC 5321 lets it be sent to; the form that people use, without quoted or literal parts.
/// Two that differ in nothing but the case of letters are one: no server that people use tells them apart, and somebody
/// who wants no mail means all of them.
public struct MailAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// As it is written to.
  public let text: String
  /// By which addresses are compared and kept apart: the same in small letters. It is ASCII, as all of an address is.
  public let folded: String

  /// The domain in small letters, since only the part before it may tell them apart; nil for what is no address.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return nil }
    let marks = Set("!#$%&'*+-/=?^_`{|}~.".utf8)
    func isPlain(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    let local = parts[0]
    guard local.utf8.allSatisfy({ isPlain($0) || marks.contains($0) }), local.first != ".", local.last != ".",
      !local.contains("..")
    else { return nil }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2,
      labels.allSatisfy({ label in
        (1...63).contains(label.utf8.count) && label.utf8.allSatisfy { isPlain($0) || $0 == 45 }
          && label.first != "-" && label.last != "-"
      })
    else { return nil }
    self.text = local + "@" + parts[1].lowercased()
    folded = self.text.lowercased()
  }

  /// An address as it was typed; throws `usage`.
  public init(typed text: String) throws(PodctlError) {
    guard let address = MailAddress(text) else {
      throw PodctlError(.usage, "that is no mail address", hint: "write it as name@example.com")
    }
    self = address
  }

  public var description: String { text }

  public static func == (left: MailAddress, right: MailAddress) -> Bool { left.folded == right.folded }
  public static func < (left: MailAddress, right: MailAddress) -> Bool { left.folded < right.folded }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
