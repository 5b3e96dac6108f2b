import Foundation
import PodctlGateways

extension FakeStripe {
  /// A credit note: on an open invoice it lowers what is owed, on a paid one all of it must go somewhere.
  func makeCreditNote(_ form: [String: String]) -> Answer {
    guard let id = form["invoice"], let index = index(of: id), let amount = StripeBody.amount(ofCreditNote: form),
      amount > 0
    else { return error(400, "invalid_request_error", "no such invoice") }
    let status = invoices[index]["status"] as? String
    let back = ["refund_amount", "out_of_band_amount", "credit_amount"].compactMap { form[$0].flatMap { Int64($0) } }
      .reduce(0, +)
    let before = number(index, "pre_payment_credit_notes_amount")
    let after = number(index, "post_payment_credit_notes_amount")
    switch status {
    case "open" where back == 0 && amount <= number(index, "total") - before - number(index, "amount_paid"):
      invoices[index]["pre_payment_credit_notes_amount"] = before + amount
    case "paid" where back == amount && amount <= number(index, "amount_paid") - after:
      invoices[index]["post_payment_credit_notes_amount"] = after + amount
    default: return error(400, "invalid_request_error", "not of that amount on an invoice that is \(status ?? "")")
    }
    var note = base("credit_note", "cn", form)
    note["invoice"] = id
    note["status"] = "issued"
    note["amount"] = amount
    note["currency"] = invoices[index]["currency"] ?? "usd"
    note["pre_payment_amount"] = back == 0 ? amount : 0
    note["post_payment_amount"] = back == 0 ? 0 : amount
    note["out_of_band_amount"] = form["out_of_band_amount"].flatMap { Int64($0) } ?? NSNull()
    note["reason"] = form["reason"] ?? NSNull()
    note["refunds"] = [] as [Object]
    if let back = form["refund_amount"].flatMap({ Int64($0) }) {
      note["refunds"] = [["refund": refund(back, of: id), "amount_refunded": back] as Object]
    }
    note["type"] = status == "open" ? "pre_payment" : "post_payment"
    creditNotes.insert(note, at: 0)
    tell("credit_note.created", note["id"] as? String ?? "", kind: "credit_note", invoice: id)
    if status == "open", number(index, "total") == before + amount + number(index, "amount_paid") {
      invoices[index]["status"] = "paid"
      tell("invoice.paid", id)
    }
    return success(note)
  }

  func number(_ index: Int, _ name: String) -> Int64 { (invoices[index][name] as? NSNumber)?.int64Value ?? 0 }

  func pay(_ index: Int, _ sum: Int64, outside: Bool = false) {
    invoices[index]["amount_paid"] = sum
    invoices[index]["amount_paid_off_stripe"] = outside ? sum : 0
    invoices[index]["status"] = "paid"
    invoices[index]["status_transitions"] = ["paid_at": now] as Object
    tell("invoice.paid", invoices[index]["id"] as? String ?? "")
  }

  func tell(
    _ type: String, _ id: String, kind: String = "invoice", invoice: String? = nil, payment: String? = nil
  ) {
    var object: Object = ["id": id, "object": kind]
    if let payment { object["payment_intent"] = payment }
    if let invoice { object["invoice"] = invoice }
    events.insert(
      [
        "id": newID("evt"), "object": "event", "type": type, "created": now, "livemode": isLive,
        "data": ["object": object] as Object,
      ], at: 0)
  }

  // MARK: The payer, and somebody at the Dashboard

  /// The payer pays what is due, through Stripe.
  public func payerPays(_ id: String) {
    guard let index = index(of: id) else { return }
    var payment = base("invoice_payment", "inpay", [:])
    payment["invoice"] = id
    payment["payment"] = ["type": "payment_intent", "payment_intent": "pi_\(id)"] as Object
    payments.insert(payment, at: 0)
    pay(index, number(index, "total") - number(index, "pre_payment_credit_notes_amount"))
  }

  private func refund(_ amount: Int64, of invoice: String) -> String {
    var refund = base("refund", "re", [:])
    refund["amount"] = amount
    refund["payment_intent"] = "pi_\(invoice)"
    refund["charge"] = "ch_\(invoice)"
    refund["status"] = "succeeded"
    refunds.insert(refund, at: 0)
    return refund["id"] as? String ?? ""
  }

  /// Money goes back without a credit note.
  public func dashboardRefunds(_ id: String, _ amount: Int64) {
    _ = refund(amount, of: id)
    tell("charge.refunded", "ch_\(id)", kind: "charge", payment: "pi_\(id)")
  }

  /// The newest credit note is made void; what it took off is owed again.
  public func dashboardVoidsNote() {
    guard !creditNotes.isEmpty, let id = creditNotes[0]["invoice"] as? String, let index = index(of: id) else { return }
    creditNotes[0]["status"] = "void"
    let amount = (creditNotes[0]["pre_payment_amount"] as? NSNumber)?.int64Value ?? 0
    invoices[index]["pre_payment_credit_notes_amount"] = number(index, "pre_payment_credit_notes_amount") - amount
    tell("credit_note.voided", creditNotes[0]["id"] as? String ?? "", kind: "credit_note", invoice: id)
  }

  public func dashboard(_ verb: String, _ id: String, _ form: [String: String] = [:]) {
    if let index = index(of: id) { _ = change(index, verb, form) }
  }

  /// A credit note without any mark of ours.
  public func dashboardCredits(_ id: String, _ amount: Int64, back: String? = nil) {
    var form = ["invoice": id, "amount": "\(amount)"]
    if let back { form[back] = "\(amount)" }
    _ = makeCreditNote(form)
  }

  /// An open invoice that podctl did not make here.
  @discardableResult
  public func addStranger(_ metadata: [String: String]) -> String {
    var invoice = base("invoice", "in", [:])
    invoice["metadata"] = metadata
    invoice["status"] = "open"
    invoice["total"] = Int64(100)
    invoice["currency"] = "usd"
    invoices.insert(invoice, at: 0)
    return invoice["id"] as? String ?? ""
  }

  public func setNumber(_ name: String, _ value: Int64, ofInvoice id: String) {
    if let index = index(of: id) { invoices[index][name] = value }
  }

  public func event(_ index: Int) -> String { FakeStripe.json(events[index]) }
}
