import Foundation
import StripeFake

/// The fakes as servers of their own, for scripts: the first line says where they listen; each line that is read, whatever
/// it says, is answered with what they have done so far, and they end with their input.
@main
enum Main {
  static func main() throws {
    let stripe = FakeStripe(now: Int64(Date().timeIntervalSince1970))
    let sendGrid = FakeSendGrid()
    let stripeServer = try FaultServer { stripe.handle($0) }
    let sendGridServer = try FaultServer { sendGrid.handle($0) }
    say(["stripe": stripeServer.address, "sendgrid": sendGridServer.address])
    while readLine() != nil {
      say([
        "invoices": stripe.invoices.count, "finalized": stripe.finalized.values.reduce(0, +),
        "sent": stripe.sent.values.reduce(0, +), "mails": sendGrid.mails.count,
        "addressees": Set(sendGrid.mails.map(\.to)).count,
      ])
    }
  }

  private static func say(_ words: [String: Any]) {
    guard let line = try? JSONSerialization.data(withJSONObject: words, options: [.sortedKeys]) else { return }
    FileHandle.standardOutput.write(line + Data("\n".utf8))
  }
}
