import Foundation

/// How a tenant's reports and mails look. What is nil is as podctl has it.
public struct Brand: Sendable, Hashable {
  /// A colour of a screen.
  public struct Color: Sendable, Hashable, CustomStringConvertible {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// Reads `#0b5560`; nil for anything else.
    public init?(_ text: some StringProtocol) {
      guard text.utf8.count == 7, text.first == "#", text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
        let number = UInt32(text.dropFirst(), radix: 16)
      else { return nil }
      self.init(
        red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    }

    public var description: String {
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// One fifth of the colour on white, for what only fills.
    public var soft: Color {
      func mixed(_ part: UInt8) -> UInt8 { UInt8((Int(part) + 4 * 255) / 5) }
      return Color(red: mixed(red), green: mixed(green), blue: mixed(blue))
    }

    /// How far it stands off white (WCAG 2.1): 1 to 21.
    public var contrastOnWhite: Double { 1.05 / (luminance + 0.05) }

    private var luminance: Double {
      func linear(_ part: UInt8) -> Double {
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
  }

  /// A picture of at most 100 KB.
  public struct Logo: Sendable, Hashable {
    public static let largest = 100_000

    /// `image/png` or `image/svg+xml`.
    public var type: String
    public var bytes: [UInt8]

    public init(type: String, bytes: [UInt8]) {
      self.type = type
      self.bytes = bytes
    }
  }

  /// Text in a colour fainter than this is not read (WCAG 2.1, AA).
  public static let leastContrast = 4.5

  public var accent: Color?
  public var logo: Logo?
  /// Who mails say they are from, before the address.
  public var fromName: String?
  /// A line at the end of every report.
  public var footer: String?
  /// The layouts of pages and of mails, in Mustache.
  public var pageTemplate: String?
  public var mailTemplate: String?

  public init(
    accent: Color? = nil, logo: Logo? = nil, fromName: String? = nil, footer: String? = nil,
    pageTemplate: String? = nil, mailTemplate: String? = nil
  ) {
    self.accent = accent
    self.logo = logo
    self.fromName = fromName
    self.footer = footer
    self.pageTemplate = pageTemplate
    self.mailTemplate = mailTemplate
  }

  /// Reads a colour as it was typed; throws `usage` for one that is none, or too faint on white.
  public static func color(typed text: String) throws(PodctlError) -> Color {
    guard let color = Color(text.lowercased()) else {
      throw PodctlError(.usage, "\"\(text)\" is no colour", hint: "write it as #0b5560")
    }
    guard color.contrastOnWhite >= leastContrast else {
      throw PodctlError(
        .usage, "\(color) is too faint on white to be read", hint: "take a darker one: text wants a contrast of 4.5:1")
    }
    return color
  }
}
