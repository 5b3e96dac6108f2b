import CCurl
import Foundation
import PodctlCore

/// One mail over libcurl, on a connection of its own. libcurl doubles full stops at the start of lines.
struct CurlMailer {
  private static let connectSeconds = 10
  private static let totalSeconds = 60

  private let address: SMTPAddress
  private let password: SMTPPassword?
  private let authorities: String?

  init(_ address: SMTPAddress, _ password: SMTPPassword?, authorities: String?) {
    self.address = address
    self.password = password
    self.authorities = authorities
  }

  func send(_ submission: SMTPSubmission, _ dialogue: SMTPDialogue) -> CURLcode {
    guard CurlTransport.isReady, let handle = curl_easy_init() else { return CURLE_FAILED_INIT }
    defer { curl_easy_cleanup(handle) }
    let recipients = curl_slist_append(nil, "<\(submission.to)>")
    defer { curl_slist_free_all(recipients) }
    prepare(handle, submission)
    podctl_curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients.map { UnsafeMutableRawPointer($0) })
    let context = Unmanaged.passUnretained(dialogue).toOpaque()
    podctl_curl_set_pointer(handle, CURLOPT_READDATA, context)
    podctl_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    podctl_curl_set_data(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let dialogue = Unmanaged<SMTPDialogue>.fromOpaque(context).takeUnretainedValue()
      return dialogue.give(UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
    }
    podctl_curl_set_data(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let dialogue = Unmanaged<SMTPDialogue>.fromOpaque(context).takeUnretainedValue()
      dialogue.hear(UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }
    return withExtendedLifetime(dialogue) { curl_easy_perform(handle) }
  }

  private func prepare(_ handle: UnsafeMutableRawPointer, _ submission: SMTPSubmission) {
    let domain = submission.from.text.split(separator: "@").last.map { String($0) } ?? "localhost"
    // The path is the name that we greet the server with.
    podctl_curl_set_text(handle, CURLOPT_URL, "\(address.text)/\(domain)")
    podctl_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, address.startsSecure ? "smtps" : "smtp")
    podctl_curl_set_long(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    let security = address.isReal ? CURLUSESSL_ALL : CURLUSESSL_NONE
    podctl_curl_set_long(handle, CURLOPT_USE_SSL, Int(security.rawValue))
    if let authorities { podctl_curl_set_text(handle, CURLOPT_CAINFO, authorities) }
    podctl_curl_set_text(handle, CURLOPT_PROXY, "")
    podctl_curl_set_long(handle, CURLOPT_FRESH_CONNECT, 1)
    podctl_curl_set_long(handle, CURLOPT_FORBID_REUSE, 1)
    podctl_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    podctl_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, CurlMailer.connectSeconds)
    podctl_curl_set_long(handle, CURLOPT_TIMEOUT, CurlMailer.totalSeconds)
    podctl_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(submission.from)>")
    podctl_curl_set_long(handle, CURLOPT_UPLOAD, 1)
    podctl_curl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(submission.message.count))
    if let user = address.user, let password {
      podctl_curl_set_text(handle, CURLOPT_USERNAME, user)
      podctl_curl_set_text(handle, CURLOPT_PASSWORD, password.secret)
    }
  }
}
