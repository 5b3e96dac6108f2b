/// One request, and how much of an answer and how much time it may take.
public struct HTTPRequest: Sendable {
  public enum Method: String, Sendable { case get = "GET", post = "POST", delete = "DELETE" }

  public var method: Method
  public var address: HTTPAddress
  public var headers: HTTPHeaders
  public var body: [UInt8]
  /// The most bytes of body, after decompression, that are kept.
  public var maximumBytes: Int
  /// For what must not be done twice: a new connection for this request alone. libcurl sends a request again by itself
  /// when a connection that it kept turns out to be dead, and no setting of its own forbids it.
  public var isSentOnce = false
  /// Whether a proxy that the environment names may see the request.
  public var mayUseProxy = true
  /// Seconds until a connection must stand.
  public var connectSeconds: Int
  /// Seconds until the whole answer must be there.
  public var totalSeconds: Int

  public init(
    _ method: Method, _ address: HTTPAddress, headers: HTTPHeaders = [], body: [UInt8] = [],
    maximumBytes: Int, connectSeconds: Int = 10, totalSeconds: Int = 120
  ) {
    self.method = method
    self.address = address
    self.headers = headers
    self.body = body
    self.maximumBytes = maximumBytes
    self.connectSeconds = connectSeconds
    self.totalSeconds = totalSeconds
  }
}

/// An answer as it came; a redirect is an answer like any other.
public struct HTTPResponse: Sendable {
  public var status: Int
  public var headers: HTTPHeaders
  public var body: [UInt8]
  /// Whether the body was longer than the request allowed; what is here is then its beginning.
  public var isCut: Bool

  public init(status: Int, headers: HTTPHeaders = [], body: [UInt8] = [], isCut: Bool = false) {
    self.status = status
    self.headers = headers
    self.body = body
    self.isCut = isCut
  }
}

/// Header fields in the order given; names compare without case.
public struct HTTPHeaders: Sendable, ExpressibleByArrayLiteral {
  public private(set) var fields: [(name: String, value: String)] = []

  public init(arrayLiteral fields: (String, String)...) {
    for (name, value) in fields { add(name, value) }
  }

  /// A name or value with a line break in it is dropped: it could smuggle in another header.
  public mutating func add(_ name: String, _ value: String) {
    guard !(name + value).utf8.contains(where: { $0 == 10 || $0 == 13 || $0 == 0 }) else { return }
    fields.append((name, value))
  }

  /// The first value of that name.
  public subscript(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// A request that no whole answer came to.
public struct HTTPFailure: Error, Sendable {
  /// In libcurl's words, which name no address and no header.
  public var reason: String
  /// False only where not one byte of the request left this machine.
  public var mayHaveArrived: Bool

  public init(reason: String, mayHaveArrived: Bool) {
    self.reason = reason
    self.mayHaveArrived = mayHaveArrived
  }
}
