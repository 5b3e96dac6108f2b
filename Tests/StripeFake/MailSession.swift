import Foundation

/// One connection to the fake mail server.
final class MailSession {
  private let wire: Wire
  private let number: Int
  private let server: FakeMailServer
  private var waiting: [UInt8] = []
  private var mail = FakeMailServer.Mail(from: "", to: "", message: "")

  init(_ wire: Wire, _ number: Int, _ server: FakeMailServer) {
    self.wire = wire
    self.number = number
    self.server = server
  }

  func run() {
    if case .fromTheStart(let certificate) = server.security, !wire.encrypt(with: certificate) { return }
    guard answer(.greeting, "220 fake ESMTP") else { return }
    while let line = line() {
      let word = line.prefix(4).uppercased()
      let goesOn =
        switch word {
        case "EHLO": answer(.hello, "250-fake\r\n\(offer)250-AUTH PLAIN\r\n250 SIZE 10000000")
        case "HELO": answer(.hello, "250 fake")
        case "STAR": encrypt()
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

  private var offer: String {
    if case .onDemand = server.security, !wire.isSecret { "250-STARTTLS\r\n" } else { "" }
  }

  private func encrypt() -> Bool {
    guard case .onDemand(let certificate) = server.security, !wire.isSecret else { return say("502 no") }
    return say("220 go on") && wire.encrypt(with: certificate)
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
        mail.isSecret = wire.isSecret
        let fault = server.failing(.message, number)
        let isRefused = if case .reply? = fault { true } else { false }
        if !isRefused { server.take(mail) }
        return fault.map(obey) ?? say("250 2.0.0 taken")
      }
      lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
    }
    return false
  }

  private func answer(_ step: FakeMailServer.Step, _ text: String) -> Bool {
    server.failing(step, number).map(obey) ?? say(text)
  }

  private func obey(_ fault: FakeMailServer.Fault) -> Bool {
    switch fault {
    case .reply(let text): return say(text)
    case .close(let reset):
      if reset { wire.reset() }
      return false
    case .end(let deed):
      deed()
      return false
    }
  }

  private func say(_ text: String) -> Bool {
    wire.write(Array((text + "\r\n").utf8))
    return true
  }

  private func line() -> String? {
    while true {
      if let end = waiting.firstIndex(of: 10) {
        let text = String(decoding: waiting[..<end], as: UTF8.self)
        waiting.removeSubrange(...end)
        let line = text.hasSuffix("\r") ? String(text.dropLast()) : text
        if !wire.isSecret { server.overhear(line) }
        return line
      }
      let bytes = wire.read()
      guard !bytes.isEmpty else { return nil }
      waiting += bytes
    }
  }

  private static func address(_ line: String) -> String {
    guard let open = line.firstIndex(of: "<"), let end = line.firstIndex(of: ">") else { return "" }
    return String(line[line.index(after: open)..<end])
  }
}
