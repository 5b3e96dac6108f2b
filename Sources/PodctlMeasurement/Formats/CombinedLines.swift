import PodctlCore

/// Reads lines of nginx's and Apache's combined format, with or without a virtual host in front and, after the agent,
/// the request's range in quotes.
enum CombinedLines {
  /// False when something cannot be read without which a line counts for nothing.
  static func read(_ line: ByteSpan, into request: inout LoggedRequest, _ clock: inout ClockReader) -> Bool {
    guard let firstBlank = line.firstIndex(of: 32, from: 0), var at = address(line, firstBlank, &request.address),
      let open = timeStart(line, from: &at), let close = line.firstIndex(of: UInt8(ascii: "]"), from: open),
      let time = clock.common(line.slice(open, close)), let call = quoted(line, from: close + 1),
      readCall(call.text, into: &request)
    else { return false }
    request.time = time
    at = call.end + 1
    guard at + 5 <= line.count, let statusEnd = line.firstIndex(of: 32, from: at), statusEnd - at == 3,
      let status = line.slice(at, statusEnd).decimal
    else { return false }
    request.status = Int(status)
    at = statusEnd + 1
    let bytesEnd = line.firstIndex(of: 32, from: at) ?? line.count
    let bytes = line.slice(at, bytesEnd)
    // Apache writes a hyphen for no bytes.
    guard let sent = bytes.count == 1 && bytes[0] == UInt8(ascii: "-") ? 0 : bytes.decimal else { return false }
    request.bytes = sent
    readRest(line, from: bytesEnd, into: &request)
    return true
  }

  /// Whether a line is one of this format in which no request stands: noise of another protocol, or a connection that was
  /// closed without a word.
  static func holdsNoRequest(_ line: ByteSpan) -> Bool {
    var request = LoggedRequest()
    var clock = ClockReader()
    guard let firstBlank = line.firstIndex(of: 32, from: 0), var at = address(line, firstBlank, &request.address),
      let open = timeStart(line, from: &at), let close = line.firstIndex(of: UInt8(ascii: "]"), from: open),
      clock.common(line.slice(open, close)) != nil, let call = quoted(line, from: close + 1),
      !readCall(call.text, into: &request), call.end + 4 <= line.count
    else { return false }
    return line.slice(call.end + 1, call.end + 4).decimal != nil
  }

  /// The client's address is the first word, or the second after a virtual host; returns where it ends.
  private static func address(_ line: ByteSpan, _ firstBlank: Int, _ address: inout ListenerAddress) -> Int? {
    guard let base = line.baseAddress else { return nil }
    if let found = ListenerAddress(base, firstBlank) {
      address = found
      return firstBlank
    }
    guard let second = line.firstIndex(of: 32, from: firstBlank + 1),
      let found = ListenerAddress(base + firstBlank + 1, second - firstBlank - 1)
    else { return nil }
    address = found
    return second
  }

  /// The host that a line names: its virtual host in front, else that of a target that is a whole URL.
  static func host(_ line: ByteSpan) -> ByteSpan {
    guard let blank = line.firstIndex(of: 32, from: 0), let base = line.baseAddress else { return .nothing }
    if ListenerAddress(base, blank) == nil { return line.slice(0, blank) }
    guard let call = quoted(line, from: blank), let start = call.text.firstIndex(of: 32, from: 0) else {
      return .nothing
    }
    let target = call.text.slice(start + 1, call.text.count)
    guard target.hasPrefix("http://") || target.hasPrefix("https://") else { return .nothing }
    let host = target.hasPrefix("http://") ? 7 : 8
    return target.slice(host, target.firstIndex(of: UInt8(ascii: "/"), from: host) ?? target.count)
  }

  /// The place after ` [`; a user's name may hold blanks and brackets, so the first bracket that a digit follows.
  private static func timeStart(_ line: ByteSpan, from at: inout Int) -> Int? {
    while let open = line.firstIndex(of: UInt8(ascii: "["), from: at) {
      if open + 27 < line.count, line[open - 1] == 32, line[open + 27] == UInt8(ascii: "]") { return open + 1 }
      at = open + 1
    }
    return nil
  }

  /// The next text in quotes, which a backslash can escape; `end` is the place after the closing quote.
  private static func quoted(_ line: ByteSpan, from start: Int) -> (text: ByteSpan, end: Int)? {
    guard let open = line.firstIndex(of: UInt8(ascii: "\""), from: start) else { return nil }
    var at = open + 1
    while at < line.count {
      if line[at] == UInt8(ascii: "\\") {
        at += 2
      } else if line[at] == UInt8(ascii: "\"") {
        return (line.slice(open + 1, at), at + 1)
      } else {
        at += 1
      }
    }
    return nil
  }

  /// `GET /path HTTP/1.1`; the target may be a whole URL and, unescaped by a careless client, hold blanks.
  private static func readCall(_ call: ByteSpan, into request: inout LoggedRequest) -> Bool {
    guard let blank = call.firstIndex(of: 32, from: 0), blank > 0 else { return false }
    let method = call.slice(0, blank)
    guard method.allSatisfy({ ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122) || $0 == 45 || $0 == 95 }) else {
      return false
    }
    var end = call.count
    if let last = call.lastIndex(of: 32), last > blank, call.slice(last + 1, call.count).hasPrefix("HTTP/") {
      end = last
    }
    var start = blank + 1
    let target = call.slice(start, end)
    if target.hasPrefix("http://") || target.hasPrefix("https://") {
      let host = target.hasPrefix("http://") ? 7 : 8
      guard let slash = target.firstIndex(of: UInt8(ascii: "/"), from: host) else { return false }
      start += slash
    }
    guard start < end else { return false }
    request.method = method
    request.path = call.slice(start, end)
    return !request.path.isAbsent
  }

  private static func readRest(_ line: ByteSpan, from start: Int, into request: inout LoggedRequest) {
    request.referrer = .nothing
    request.agent = .nothing
    request.requestID = .nothing
    request.range = .unknown
    guard let referrer = quoted(line, from: start) else { return }
    request.referrer = referrer.text
    guard let agent = quoted(line, from: referrer.end) else { return }
    request.agent = agent.text
    var at = agent.end
    while let extra = quoted(line, from: at) {
      if extra.text.hasPrefix("bytes=") {
        request.range = range(extra.text.slice(6, extra.text.count))
        return
      }
      at = extra.end
    }
  }

  /// What follows `bytes=` in a Range header.
  static func range(_ text: ByteSpan) -> DeclaredRange {
    if text.firstIndex(of: UInt8(ascii: ","), from: 0) != nil { return .several }
    guard let hyphen = text.firstIndex(of: UInt8(ascii: "-"), from: 0) else { return .unknown }
    let first = text.slice(0, hyphen)
    let last = text.slice(hyphen + 1, text.count)
    if first.isEmpty { return last.position.map { .suffix($0) } ?? .unknown }
    guard let start = first.position else { return .unknown }
    if last.isEmpty { return .open(first: start) }
    return last.position.map { .closed(first: start, last: $0) } ?? .unknown
  }
}
