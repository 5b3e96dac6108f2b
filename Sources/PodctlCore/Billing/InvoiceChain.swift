/// The effects that bring an approved invoice to its payer, in their order.
public struct InvoiceChain: Sendable {
  /// What comes next. It follows from what is written down alone.
  public enum Step: Sendable, Hashable {
    /// Write this effect down, frozen.
    case plan(EffectName)
    /// Bring this one to its end.
    case settle(Effect)
    /// Compare the draft with what was approved, line by line: the last moment at which all can be undone.
    case compare(invoice: String)
    /// See how the invoice stands now.
    case read(invoice: String)
    /// An effect failed; a person must look at it.
    case stopped(Effect)
    case finished
  }

  public enum EffectName: Sendable, Hashable {
    case customer, invoice, finalize, send
    /// Counted from 1.
    case line(Int)
  }

  private let number: String
  private let payer: String
  private let lines: Int
  public var effects: [String: Effect]
  public var isCompared = false
  /// The status at the service, once read in this run.
  public var remoteStatus: String?

  public init(number: String, payer: String, lines: Int, effects: [Effect]) {
    self.number = number
    self.payer = payer
    self.lines = lines
    self.effects = Dictionary(effects.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func next() -> Step {
    for name in [.customer, .invoice] + (1...max(lines, 1)).map(EffectName.line) {
      if let step = pending(name) { return step }
    }
    guard let invoice = remoteID(.invoice) else { return .finished }
    if effect(.finalize)?.state != .done, !isCompared { return .compare(invoice: invoice) }
    if let step = pending(.finalize) { return step }
    guard let remoteStatus else { return .read(invoice: invoice) }
    // Paid, made void or written off by somebody meanwhile: there is nothing to send any more.
    guard remoteStatus == "open" else { return .finished }
    return pending(.send) ?? .finished
  }

  private func pending(_ name: EffectName) -> Step? {
    guard let effect = effect(name) else { return .plan(name) }
    switch effect.state {
    case .done: return nil
    case .failed, .withheld, .cancelled: return .stopped(effect)
    case .planned, .sending, .unknown: return .settle(effect)
    }
  }

  public func effect(_ name: EffectName) -> Effect? { effects[text(name)] }
  public func remoteID(_ name: EffectName) -> String? { effect(name)?.remoteID }

  /// The effect's name in the outbox.
  public func text(_ name: EffectName) -> String {
    switch name {
    case .customer: "payer/\(payer)"
    case .invoice: "\(number)/invoice"
    case .line(let line): "\(number)/line/\(line)"
    case .finalize: "\(number)/finalize"
    case .send: "\(number)/send"
    }
  }

  public static func kind(of name: EffectName) -> EffectKind {
    switch name {
    case .customer: .customer
    case .invoice: .invoice
    case .line: .line
    case .finalize: .finalize
    case .send: .send
    }
  }
}
