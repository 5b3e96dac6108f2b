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
  }

  public struct Mail: Sendable {
    public var from: String
    public var to: String
    /// As it was before its full stops were doubled.
    public var message: String
    public var login: String?
  }

  public let port: UInt16
  private let listener: Int32
  private let lock = NSLock()
  private var taken: [Mail] = []
  private var count = 0
  private var isStopped = false
  private var fault: @Sendable (Step, Int) -> Fault? = { _, _ in nil }

  public var address: String { "smtp://127.0.0.1:\(port)" }
  public var mails: [Mail] { lock.withLock { taken } }

  /// The fault at a step of a connection, which are counted from 1.
  public var failing: @Sendable (Step, Int) -> Fault? {
    get { lock.withLock { fault } }
    set { lock.withLock { fault = newValue } }
  }

  public init() throws {
    (listener, port) = try Loopback.listen()
    let thread = Thread { [self] in accepting() }
    thread.start()
  }

  public func stop() {
    lock.withLock { isStopped = true }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func accepting() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0, !lock.withLock({ isStopped }) else { return }
      let number = lock.withLock { () -> Int in
        count += 1
        return count
      }
      let thread = Thread { [self] in
        Session(connection, number, self).run()
        close(connection)
      }
      thread.start()
    }
  }

  /// One connection.
  private final class Session {
    private let connection: Int32
    private let number: Int
    private let server: FakeMailServer
    private var waiting: [UInt8] = []
    private var mail = Mail(from: "", to: "", message: "")

    init(_ connection: Int32, _ number: Int, _ server: FakeMailServer) {
      self.connection = connection
      self.number = number
      self.server = server
    }

    func run() {
      guard answer(.greeting, "220 fake ESMTP") else { return }
      while let line = line() {
        let word = line.prefix(4).uppercased()
        let goesOn =
          switch word {
          case "EHLO": answer(.hello, "250-fake\r\n250-AUTH PLAIN\r\n250 SIZE 10000000")
          case "HELO": answer(.hello, "250 fake")
          case "AUTH": login(line)
          case "MAIL": sender(line)
          case "RCPT": recipient(line)
          case "DATA": data()
          case "QUIT": say("221 bye") && false
          default: say("500 what?")
          }
        guard goesOn else { return }
      }
    }

    private func login(_ line: String) -> Bool {
      var words = line.split(separator: " ")
      if words.count == 2 {
        guard say("334 "), let more = self.line() else { return false }
        words.append(Substring(more))
      }
      mail.login = Data(base64Encoded: String(words[2])).map {
        String(decoding: $0, as: UTF8.self).replacing("\u{0}", with: "/")
      }
      return answer(.login, "235 welcome")
    }

    private func sender(_ line: String) -> Bool {
      mail.from = Self.address(line)
      return answer(.sender, "250 ok")
    }

    private func recipient(_ line: String) -> Bool {
      mail.to = Self.address(line)
      return answer(.recipient, "250 ok")
    }

    private func data() -> Bool {
      if let fault = server.failing(.data, number) { return obey(fault) }
      guard say("354 go on") else { return false }
      var lines: [String] = []
      while let line = line() {
        guard line != "." else {
          mail.message = lines.joined(separator: "\r\n")
          let isRefused = if case .reply? = server.failing(.message, number) { true } else { false }
          if !isRefused { server.lock.withLock { server.taken.append(mail) } }
          return answer(.message, "250 2.0.0 taken")
        }
        lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
      }
      return false
    }

    private func answer(_ step: Step, _ text: String) -> Bool {
      if let fault = server.failing(step, number) { return obey(fault) }
      return say(text)
    }

    private func obey(_ fault: Fault) -> Bool {
      switch fault {
      case .reply(let text): return say(text)
      case .close(let reset):
        if reset { Loopback.reset(connection) }
        return false
      }
    }

    private func say(_ text: String) -> Bool {
      Loopback.write(Array((text + "\r\n").utf8), connection)
      return true
    }

    private func line() -> String? {
      while true {
        if let end = waiting.firstIndex(of: 10) {
          let text = String(decoding: waiting[..<end], as: UTF8.self)
          waiting.removeSubrange(...end)
          return text.hasSuffix("\r") ? String(text.dropLast()) : text
        }
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        waiting += buffer[..<count]
      }
    }

    private static func address(_ line: String) -> String {
      guard let open = line.firstIndex(of: "<"), let end = line.firstIndex(of: ">") else { return "" }
      return String(line[line.index(after: open)..<end])
    }
  }
}
