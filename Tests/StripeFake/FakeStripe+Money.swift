import Foundation

extension FakeStripe {
  /// A credit note: on an open invoice it lowers what is owed, on a paid one all of it must go somewhere.
  func makeCreditNote(_ form: [String: String]) -> Answer {
    guard let id = form["invoice"], let index = index(of: id), let amount = form["amount"].flatMap({ Int64($0) }),
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
    note["amount"] = amount
    note["reason"] = form["reason"] ?? NSNull()
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

  func pay(_ index: Int, _ sum: Int64) {
    invoices[index]["amount_paid"] = sum
    invoices[index]["status"] = "paid"
    invoices[index]["status_transitions"] = ["paid_at": now] as Object
    tell("invoice.paid", invoices[index]["id"] as? String ?? "")
  }

  func tell(_ type: String, _ id: String, kind: String = "invoice", invoice: String? = nil) {
    var object: Object = ["id": id, "object": kind]
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
    pay(index, number(index, "total") - number(index, "pre_payment_credit_notes_amount"))
  }

  public func dashboard(_ verb: String, _ id: String) { if let index = index(of: id) { _ = change(index, verb) } }

  public func setNumber(_ name: String, _ value: Int64, ofInvoice id: String) {
    if let index = index(of: id) { invoices[index][name] = value }
  }

  public func event(_ index: Int) -> String { FakeStripe.json(events[index]) }
}
