import Foundation
import Glibc

/// A mail server on the loopback interface, as far as handing in goes (RFC 5321): it remembers what it took, and can fail
/// at any step.
public final class FakeMailServer: @unchecked Sendable {
  /// The places at which a client waits for an answer.
  public enum Step: Sendable { case greeting, hello, login, sender, recipient, data, message }

  /// What goes wrong there.
  public enum Fault: Sendable {
    case reply(String)
    /// The end of the connection; with RST where `reset`. At `message` the mail is taken first.
    case close(reset: Bool)
    /// Something is done to the client before the connection ends. At `message` the mail is taken first.
    case end(@Sendable () -> Void)
  }

  /// When the connection is encrypted.
  public enum Security: Sendable {
    case never
    case fromTheStart(TestCertificate)
    /// Once the client asks for it (STARTTLS, RFC 3207).
    case onDemand(TestCertificate)
  }

  public struct Mail: Sendable {
    public var from: String
    public var to: String
    /// As it was before its full stops were doubled.
    public var message: String
    public var login: String?
    public var isSecret = false
  }

  public let port: UInt16
  let security: Security
  private let host: String
  private let listener: Int32
  private let lock = NSLock()
  private var taken: [Mail] = []
  private var clear: [String] = []
  private var count = 0
  private var isStopped = false
  private var fault: @Sendable (Step, Int) -> Fault? = { _, _ in nil }

  public var address: String {
    if case .fromTheStart = security { "smtps://\(host):\(port)" } else { "smtp://\(host):\(port)" }
  }
  public var mails: [Mail] { lock.withLock { taken } }
  /// What clients said where anybody could listen.
  public var saidInTheClear: [String] { lock.withLock { clear } }

  /// The fault at a step of a connection, which are counted from 1.
  public var failing: @Sendable (Step, Int) -> Fault? {
    get { lock.withLock { fault } }
    set { lock.withLock { fault = newValue } }
  }

  /// `host` is one of this machine's own addresses.
  public init(at host: String = "127.0.0.1", security: Security = .never) throws {
    self.host = host
    self.security = security
    (listener, port) = try Loopback.listen(at: host)
    let thread = Thread { [self] in accepting() }
    thread.start()
  }

  public func stop() {
    let isFirst = lock.withLock { () -> Bool in
      defer { isStopped = true }
      return !isStopped
    }
    if isFirst { shutdown(listener, Int32(SHUT_RDWR)) }
  }

  private func accepting() {
    Loopback.acceptAll(on: listener) { connection in
      let number = lock.withLock { () -> Int in
        count += 1
        return count
      }
      let thread = Thread { [self] in
        MailSession(Wire(connection), number, self).run()
      }
      thread.start()
    }
  }

  func take(_ mail: Mail) { lock.withLock { taken.append(mail) } }
  func overhear(_ line: String) { lock.withLock { clear.append(line) } }
}
