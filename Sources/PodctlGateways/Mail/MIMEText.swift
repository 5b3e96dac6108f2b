import Foundation
import PodctlCore

/// How a mail's words are written in seven bits.
enum MIMEText {
  private static let hex = Array("0123456789ABCDEF".utf8)
  /// RFC 2045: an encoded line has at most 76 characters, the mark of a soft break included.
  private static let lineLength = 76

  /// Text as quoted-printable (RFC 2045, 6.7), lines ended by CRLF. A full stop at a line's start is encoded too, so that
  /// no line can look like the end of a mail.
  static func quotedPrintable(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var out: [UInt8] = []
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isBlank = byte == 32 || byte == 9
        let isPlain = (33...126).contains(byte) && byte != 61 || isBlank && !isLast
        let mustHide = byte == 46 && out.isEmpty
        let piece =
          isPlain && !mustHide ? [byte] : [61, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        if out.count + piece.count > lineLength - 1 {
          lines.append(String(decoding: out, as: UTF8.self) + "=")
          out = []
          // What begins the next line may be a full stop.
          out += byte == 46 ? [61, 50, 69] : piece
        } else {
          out += piece
        }
      }
      lines.append(String(decoding: out, as: UTF8.self))
    }
    return lines.joined(separator: "\r\n")
  }

  /// Bytes as base64 in lines of 76 characters.
  static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
  }

  /// A header's words: as they are where they are short and plain, else as encoded words (RFC 2047), which part between
  /// characters.
  static func header(_ name: String, _ text: String) -> String {
    let text = text.asOneLine
    let isPlain = text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
    guard !isPlain || name.utf8.count + text.utf8.count > lineLength - 2 else { return "\(name): \(text)" }
    return "\(name): \(encodedWords(text))"
  }

  /// A person's name and address.
  static func person(_ name: String, _ address: MailAddress) -> String {
    let name = name.asOneLine
    guard !name.isEmpty else { return address.text }
    guard name.utf8.count <= 40, name.utf8.allSatisfy({ (32...126).contains($0) }), !name.contains("=?") else {
      return "\(encodedWords(name))\r\n <\(address.text)>"
    }
    let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(quoted)\" <\(address.text)>"
  }

  private static func encodedWords(_ text: String) -> String {
    // 45 bytes are 60 characters of base64, which with the frame stay under the 75 of RFC 2047.
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > 42 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  /// A file's name as a parameter: quoted, or by RFC 2231 where it has other letters.
  static func parameter(_ name: String, _ value: String) -> String {
    let value = value.asOneLine
    let isPlain = value.utf8.allSatisfy { (32...126).contains($0) && $0 != 34 && $0 != 92 }
    guard !isPlain else { return "\(name)=\"\(value)\"" }
    let encoded = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "file"
    return "\(name)*=UTF-8''\(encoded)"
  }

  /// An instant as RFC 5322 writes it, in UTC.
  static func date(_ instant: Instant) -> String {
    let day = Zone.utc.day(of: instant)
    let seconds = instant.seconds - Zone.utc.start(of: day).seconds
    let (year, month, date) = day.civil
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return "\(Weekday.name(day.weekday).prefix(3)), \(two(Int64(date))) \(months[month - 1]) \(year) \(time) +0000"
  }
}
