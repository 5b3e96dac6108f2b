import PodctlCore

/// What a line of a log says, with its texts still in the reader's buffer.
struct LoggedRequest {
  /// Seconds since 1970 in UTC.
  var time: Int64 = 0
  var address = ListenerAddress(high: 0, low: 0, isIPv4: true)
  var method = ByteSpan.nothing
  var status = 0
  /// As logged: with its query and escapes.
  var path = ByteSpan.nothing
  var bytes: Int64 = 0
  /// As logged: with its escapes.
  var agent = ByteSpan.nothing
  var referrer = ByteSpan.nothing
  var range = DeclaredRange.unknown
  var requestID = ByteSpan.nothing
  /// Two letters, where the log has them.
  var country = ByteSpan.nothing
  /// The host that was asked, where a table has it; only a log that several share is asked for it.
  var host = ByteSpan.nothing
  /// A listener's id that the log gives in the place of address and agent.
  var listenerID = ByteSpan.nothing
  /// Somebody else has counted this row as a download.
  var isImported = false
  /// The reason for which somebody else has left this row out.
  var declaredReason: LineReason?
  /// Nobody asked for it: a storage's own work on its objects.
  var isHousekeeping = false

  /// Whether the address ends as those do of which the last part was cut off.
  var isAnonymised: Bool {
    !isHousekeeping && listenerID.isEmpty && (address.isIPv4 ? address.low & 255 == 0 : address.low == 0)
  }

  var isGet: Bool {
    @inline(__always) get {
      method.count == 3 && method[0] == UInt8(ascii: "G") && method[1] == UInt8(ascii: "E")
        && method[2] == UInt8(ascii: "T")
    }
  }
}

/// How a format writes bytes that it cannot log as they are.
enum TextEscape {
  /// `%20`; agents are decoded once more where the result still holds `%20`.
  case percent
  /// `\x22`, and Apache's `\"` and `\\`.
  case backslash
  /// As it was sent.
  case plain
}

/// Undoes what a format did to texts. All functions write into a buffer that is at least as long as the input.
enum Unescaping {
  @inline(__always)
  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 97...102: byte - 87
    case 65...70: byte - 55
    default: nil
    }
  }

  /// Decodes `%HH`; what is no such escape stays. Input and output may be the same bytes. Returns the output's length.
  static func percent(_ input: ByteSpan, into output: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    var index = 0
    while index < input.count {
      if input[index] == 37, index + 2 < input.count, let high = hexDigit(input[index + 1]),
        let low = hexDigit(input[index + 2])
      {
        output[written] = high << 4 | low
        index += 3
      } else {
        output[written] = input[index]
        index += 1
      }
      written += 1
    }
    return written
  }

  static func backslash(_ input: ByteSpan, into output: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    var index = 0
    while index < input.count {
      output[written] = input[index]
      if input[index] == UInt8(ascii: "\\"), index + 1 < input.count {
        let next = input[index + 1]
        if next == UInt8(ascii: "x"), index + 3 < input.count, let high = hexDigit(input[index + 2]),
          let low = hexDigit(input[index + 3])
        {
          output[written] = high << 4 | low
          index += 3
        } else if next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
          output[written] = next
          index += 1
        }
      }
      index += 1
      written += 1
    }
    return written
  }

  /// An agent as its listener sent it.
  static func agent(_ input: ByteSpan, _ escape: TextEscape, into output: UnsafeMutablePointer<UInt8>) -> Int {
    switch escape {
    case .backslash: return backslash(input, into: output)
    case .plain:
      if let base = input.baseAddress { output.update(from: base, count: input.count) }
      return input.count
    case .percent:
      let once = percent(input, into: output)
      let result = ByteSpan(start: output, count: once)
      return result.contains("%20") ? percent(result, into: output) : once
    }
  }

  /// The same in memory of its own; nothing for an absent one.
  static func agent(_ raw: ByteSpan, _ escape: TextEscape) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: raw.count + 1) { buffer, count in
      guard let base = buffer.baseAddress, !raw.isAbsent else { return }
      count = agent(raw, escape, into: base)
    }
  }

  /// A path as paths are compared: without query, decoded.
  static func path(_ input: ByteSpan, _ escape: TextEscape, into output: UnsafeMutablePointer<UInt8>) -> Int {
    var text = input
    if escape == .backslash, text.firstIndex(of: UInt8(ascii: "\\"), from: 0) != nil {
      text = ByteSpan(start: output, count: backslash(text, into: output))
    }
    if let query = text.firstIndex(of: UInt8(ascii: "?"), from: 0) { text = text.slice(0, query) }
    return percent(text, into: output)
  }

  /// A path given by people or feeds, as paths are compared.
  static func path(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return [UInt8](unsafeUninitializedCapacity: max(1, bytes.count)) { buffer, count in
      guard let target = buffer.baseAddress else { return }
      count = bytes.withUnsafeBufferPointer { path($0, .percent, into: target) }
    }
  }
}
