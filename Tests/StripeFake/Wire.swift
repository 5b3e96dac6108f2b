import CTLS
import Glibc

/// A connection's bytes, in the clear or, from some moment on, under TLS. It belongs to one thread.
final class Wire {
  private let connection: Int32
  private var layer: OpaquePointer?
  var isSecret: Bool { layer != nil }

  init(_ connection: Int32) {
    self.connection = connection
    // TLS writes without a word against SIGPIPE; blocked in this thread, it ends nothing.
    var pipe = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipe, nil)
  }

  deinit {
    if let layer { SSL_free(layer) }
    close(connection)
  }

  /// False where the client breaks the handshake off.
  func encrypt(with certificate: TestCertificate) -> Bool {
    guard let context = SSL_CTX_new(TLS_server_method()) else { return false }
    defer { SSL_CTX_free(context) }
    guard SSL_CTX_use_certificate_chain_file(context, certificate.file) == 1,
      SSL_CTX_use_PrivateKey_file(context, certificate.keyFile, SSL_FILETYPE_PEM) == 1,
      let layer = SSL_new(context)
    else { return false }
    SSL_set_fd(layer, connection)
    guard SSL_accept(layer) == 1 else {
      SSL_free(layer)
      return false
    }
    self.layer = layer
    return true
  }

  /// The next bytes; empty at the end.
  func read() -> ArraySlice<UInt8> {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count =
      if let layer { Int(SSL_read(layer, &buffer, Int32(buffer.count))) } else {
        recv(connection, &buffer, buffer.count, 0)
      }
    return buffer[..<max(count, 0)]
  }

  func write(_ bytes: [UInt8]) {
    guard let layer else { return Loopback.write(bytes, connection) }
    _ = SSL_write(layer, bytes, Int32(bytes.count))
  }

  /// Has the connection end with RST.
  func reset() { Loopback.reset(connection) }
}
