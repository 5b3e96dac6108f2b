import CCurl

/// The request's header lines as libcurl wants them; it frees them with itself.
final class CurlHeaderList {
  private(set) var first: UnsafeMutablePointer<curl_slist>?

  init(_ headers: HTTPHeaders) {
    for field in headers.fields { first = curl_slist_append(first, "\(field.name): \(field.value)") }
  }

  deinit { curl_slist_free_all(first) }
}
