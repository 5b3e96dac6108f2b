import Foundation
import PodctlCore
import PodctlDigest

/// What an invoice says, as one number: the same content is the same hash on every machine.
public enum InvoiceHash {
  /// SHA-256 over the content as JSON with sorted keys, in hexadecimal.
  public static func of(_ content: InvoiceContent) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return SHA256.hex(Array(try encoder.encode(content)))
  }

  /// As much of it as an invoice at the service bears.
  public static func mark(_ hash: String) -> String { String(hash.prefix(16)) }

  /// Names a payer without telling who it is: a hash of the name on the paper, after the sponsor's slug. An agency is
  /// one payer for all its sponsors.
  public static func payer(_ order: BilledOrder, billTo: String) -> String {
    let name = order.payer?.kind == .agency ? "agency" : String(order.sponsorSlug.text.prefix(40))
    return "\(name)-\(SHA256.hex(Array(billTo.utf8)).prefix(12))"
  }
}
