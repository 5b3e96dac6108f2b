import CCurl
import PodctlCore

/// HTTP over libcurl. One of these is used by one thread at a time; it keeps its connections open between requests.
public final class CurlTransport: HTTPTransport {
  /// libcurl's own start-up is not safe to run twice at once; a static is made once.
  static let isReady = podctl_curl_start() == CURLE_OK
  private let handle: UnsafeMutableRawPointer
  private let userAgent: String
  private let authorities: String?

  /// `authorities` is a file of certificates to trust besides the machine's. Throws `internal_fault` when libcurl
  /// cannot start.
  public init(userAgent: String = "podctl", authorities: String? = nil) throws(PodctlError) {
    guard CurlTransport.isReady, let handle = curl_easy_init() else {
      throw PodctlError(.internalFault, "libcurl cannot start")
    }
    self.handle = handle
    self.userAgent = userAgent
    self.authorities = authorities
  }

  deinit { curl_easy_cleanup(handle) }

  public func send(_ request: HTTPRequest) throws(PodctlError) -> HTTPResponse {
    do { return try attempt(request) } catch { throw failure(error.reason, request.address) }
  }

  public func attempt(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    curl_easy_reset(handle)
    let answer = CurlAnswer(maximumBytes: request.maximumBytes)
    let context = Unmanaged.passUnretained(answer).toOpaque()
    let lines = CurlHeaderList(request.headers)
    prepare(request, context, lines)
    let code = withExtendedLifetime((answer, lines)) { perform(request) }
    guard code == CURLE_OK || answer.response.isCut else {
      var sent = 0
      podctl_curl_get_long(handle, CURLINFO_REQUEST_SIZE, &sent)
      throw HTTPFailure(reason: String(cString: curl_easy_strerror(code)), mayHaveArrived: sent > 0)
    }
    return answer.response
  }

  /// Runs the prepared request; the body's bytes stay in place until it has ended.
  private func perform(_ request: HTTPRequest) -> CURLcode {
    request.body.withUnsafeBytes { body in
      if request.method != .get {
        podctl_curl_set_long(handle, CURLOPT_POST, 1)
        podctl_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        // A null pointer would make libcurl read the body from standard input.
        if let start = body.baseAddress {
          podctl_curl_set_pointer(handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: start))
        } else {
          podctl_curl_set_text(handle, CURLOPT_POSTFIELDS, "")
        }
        podctl_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
      }
      return curl_easy_perform(handle)
    }
  }

  private func prepare(_ request: HTTPRequest, _ context: UnsafeMutableRawPointer, _ lines: CurlHeaderList) {
    podctl_curl_set_text(handle, CURLOPT_URL, request.address.text)
    podctl_curl_set_text(handle, CURLOPT_USERAGENT, userAgent)
    podctl_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, request.address.isSecure ? "https" : "http")
    podctl_curl_set_long(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    if let authorities { podctl_curl_set_text(handle, CURLOPT_CAINFO, authorities) }
    if !request.mayUseProxy { podctl_curl_set_text(handle, CURLOPT_PROXY, "") }
    if request.isSentOnce {
      podctl_curl_set_long(handle, CURLOPT_FRESH_CONNECT, 1)
      podctl_curl_set_long(handle, CURLOPT_FORBID_REUSE, 1)
      podctl_curl_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    }
    podctl_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    // Timeouts by signal would hit the whole process.
    podctl_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    podctl_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, request.connectSeconds)
    podctl_curl_set_long(handle, CURLOPT_TIMEOUT, request.totalSeconds)
    // libcurl decompresses before it hands bytes on, so that the bound is on what is kept, not on what travels.
    podctl_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
    podctl_curl_set_pointer(handle, CURLOPT_HTTPHEADER, lines.first.map { UnsafeMutableRawPointer($0) })
    podctl_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    podctl_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    podctl_curl_set_data(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let answer = Unmanaged<CurlAnswer>.fromOpaque(context).takeUnretainedValue()
      return answer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    podctl_curl_set_data(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let answer = Unmanaged<CurlAnswer>.fromOpaque(context).takeUnretainedValue()
      return answer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
  }

  /// libcurl's words name no address; ours names it without its query.
  private func failure(_ reason: String, _ address: HTTPAddress) -> PodctlError {
    PodctlError(
      .serviceUnreachable, "\(address.shown) cannot be reached: \(reason)",
      hint: "check the address and the network, then run it again", context: [.init("address", address.shown)])
  }
}
