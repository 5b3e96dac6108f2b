/// The paths of the API that are posted to.
public enum StripePath {
  public static let customers = "/v1/customers"
  public static let invoices = "/v1/invoices"
  public static let lines = "/v1/invoiceitems"
  public static let events = "/v1/events"
  public static let payments = "/v1/invoice_payments"
  public static let refunds = "/v1/refunds"

  public static func finalize(_ invoice: String) -> String { "/v1/invoices/\(invoice)/finalize" }
  public static func send(_ invoice: String) -> String { "/v1/invoices/\(invoice)/send" }
  public static let creditNotes = "/v1/credit_notes"

  public static let subscriptions = "/v1/subscriptions"

  public static func subscription(_ id: String) -> String { "/v1/subscriptions/\(id)" }
  public static func pay(_ invoice: String) -> String { "/v1/invoices/\(invoice)/pay" }
  public static func uncollectible(_ invoice: String) -> String { "/v1/invoices/\(invoice)/mark_uncollectible" }
  public static func void(_ invoice: String) -> String { "/v1/invoices/\(invoice)/void" }

  /// The invoice that a path is about; nil for a path that makes something new.
  static func invoice(in path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count == 4 && parts[1] == "invoices" ? String(parts[2]) : nil
  }

  /// The subscription that a path is about; nil for a path that makes a new one.
  static func subscription(in path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[1] == "subscriptions" ? String(parts[2]) : nil
  }
}
