import Glibc
import PodctlCore

/// Makes requests of the values of lines.
struct RequestAssembly: ~Copyable {
  private var clock = TimeReader()
  private var prefixed = MeasuredAddresses()

  /// False when something cannot be read without which a line counts for nothing.
  mutating func read(_ values: inout FieldValues, _ schema: LogSchema, into request: inout LoggedRequest) -> Bool {
    guard let time = time(values, schema) else { return false }
    request.isHousekeeping = values.has(.operation) && RequestAssembly.isHousekeeping(values[.operation])
    if request.isHousekeeping {
      readHousekeeping(values, at: time, into: &request)
      return true
    }
    guard readListener(&values, into: &request), readPath(&values, into: &request) else { return false }
    request.time = time
    request.isImported = schema.isImported
    request.agent = values[.agent]
    request.referrer = values[.referrer]
    request.requestID = values[.requestID]
    request.country = values[.country]
    if values.has(.host) { request.host = values[.host] }
    request.range = RequestAssembly.range(values)
    request.declaredReason =
      RequestAssembly.isTrue(values[.bot]) ? .bot : RequestAssembly.isTrue(values[.datacenter]) ? .datacenter : nil
    if schema.isImported {
      request.method = RequestAssembly.get
      request.status = 200
      request.bytes = values[.bytes].decimal ?? 0
      return true
    }
    let status = values[.status]
    guard (1...3).contains(status.count), let code = status.decimal, readMethod(values, into: &request) else {
      return false
    }
    request.status = Int(code)
    let bytes = values[.bytes]
    // Apache and S3 write a hyphen for no bytes.
    guard let sent = bytes.count == 1 && bytes[0] == UInt8(ascii: "-") ? 0 : bytes.decimal else { return false }
    request.bytes = sent
    return true
  }

  private mutating func time(_ values: borrowing FieldValues, _ schema: LogSchema) -> Int64? {
    if values.has(.time) { return clock.read(values[.time], schema.time, zone: schema.zone) }
    return clock.read(date: values[.date], clock: values[.clock], zone: schema.zone)
  }

  private static let getBytes: StaticString = "GET"
  private static var get: ByteSpan { ByteSpan(start: getBytes.utf8Start, count: 3) }

  private func readMethod(_ values: borrowing FieldValues, into request: inout LoggedRequest) -> Bool {
    if values.has(.operation) {
      let operation = values[.operation]
      request.method =
        RequestAssembly.gets(operation) ? RequestAssembly.get : operation
      return true
    }
    request.method = values[.method]
    return !request.method.isAbsent
  }

  /// `REST.GET.OBJECT`, and what a bucket's website answers.
  private static func gets(_ operation: ByteSpan) -> Bool {
    operation.count == 15 && operation.hasPrefix("REST.GET.OBJECT")
      || operation.count == 18 && operation.hasPrefix("WEBSITE.GET.OBJECT")
  }

  /// Words in capitals with points between that are no request's: `S3.EXPIRE.OBJECT`.
  private static func isHousekeeping(_ operation: ByteSpan) -> Bool {
    guard !operation.hasPrefix("REST."), !operation.hasPrefix("WEBSITE."),
      operation.firstIndex(of: UInt8(ascii: "."), from: 1) != nil
    else { return false }
    return operation.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 46 || $0 == 95 }
  }

  /// A line without address, status or bytes, which a method of its own keeps from counting.
  private func readHousekeeping(
    _ values: borrowing FieldValues, at time: Int64, into request: inout LoggedRequest
  ) {
    request = LoggedRequest()
    request.isHousekeeping = true
    request.time = time
    request.method = values[.operation]
  }

  private func readListener(_ values: inout FieldValues, into request: inout LoggedRequest) -> Bool {
    request.listenerID = .nothing
    request.address = ListenerAddress(high: 0, low: 0, isIPv4: true)
    if values.has(.listener) {
      request.listenerID = values[.listener]
      return true
    }
    if values.has(.addressHash) {
      let hash = values[.addressHash]
      let agent = values[.agent]
      request.listenerID = values.take(hash.count + agent.count + 1) { target in
        if let base = hash.baseAddress { memcpy(target, base, hash.count) }
        target[hash.count] = 0
        if let base = agent.baseAddress { memcpy(target + hash.count + 1, base, agent.count) }
        return hash.count + agent.count + 1
      }
      return true
    }
    // Of a list of proxies the first is the client.
    var address = values[.address]
    if let comma = address.firstIndex(of: UInt8(ascii: ","), from: 0) { address = address.slice(0, comma) }
    guard let base = address.baseAddress, let listener = ListenerAddress(base, address.count) else { return false }
    request.address = listener
    return true
  }

  private mutating func readPath(_ values: inout FieldValues, into request: inout LoggedRequest) -> Bool {
    request.host = .nothing
    if values.has(.url) {
      guard let place = prefixed.place(of: values[.url]) else { return false }
      request.path = place.path
      request.host = place.host
      return true
    }
    if values.has(.key) {
      let key = values[.key]
      // Written once more percent-encoded than a path is.
      request.path = values.take(key.count + 1) { target in
        target[0] = UInt8(ascii: "/")
        return 1 + Unescaping.percent(key, into: target + 1)
      }
      return true
    }
    var path = values[.path]
    if path.hasPrefix("http://") || path.hasPrefix("https://") {
      let start = path.hasPrefix("http://") ? 7 : 8
      guard let slash = path.firstIndex(of: UInt8(ascii: "/"), from: start) else { return false }
      request.host = path.slice(start, slash)
      path = path.slice(slash, path.count)
    }
    request.path = path
    return !path.isAbsent
  }

  private static func range(_ values: borrowing FieldValues) -> DeclaredRange {
    let text = values[.range]
    if !text.isAbsent {
      return CombinedLines.range(text.hasPrefix("bytes=") ? text.slice(6, text.count) : text)
    }
    guard let start = values[.rangeStart].position else { return .unknown }
    if values[.rangeEnd].isAbsent { return .open(first: start) }
    return values[.rangeEnd].position.map { .closed(first: start, last: $0) } ?? .unknown
  }

  /// Whether a flag is set: every text but those that say no.
  private static func isTrue(_ text: ByteSpan) -> Bool {
    if text.isAbsent { return false }
    switch text.count {
    case 1:
      return text[0] != UInt8(ascii: "0") && text[0] | 32 != UInt8(ascii: "f") && text[0] | 32 != UInt8(ascii: "n")
    case 2: return !(text.hasPrefix("no") || text.hasPrefix("No") || text.hasPrefix("NO"))
    case 5: return !(text.hasPrefix("false") || text.hasPrefix("False") || text.hasPrefix("FALSE"))
    default: return true
    }
  }
}
