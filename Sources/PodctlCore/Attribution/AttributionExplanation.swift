/// Why one conversion was credited as it was.
public struct AttributionExplanation: Sendable, Hashable {
  /// One touch in the window and its share under each model, in the order of the models.
  public struct Line: Sendable, Hashable {
    public var touch: Touch
    public var shares: [Attribution.Share]
  }

  /// What became of the order's promo code.
  public enum Code: Sendable, Hashable {
    case none
    case unknown
    /// A flight has it, and none had begun.
    case early
    case credited(Identifier<Flight>)
  }

  public let conversion: Conversion
  public let window: AttributionWindow
  /// Earliest first.
  public let lines: [Line]
  public let code: Code
  /// Why no household credit was given; nil where it was.
  public let reason: String?

  /// `touches` are all of the household's, in the window or not.
  public init(_ conversion: Conversion, window: AttributionWindow, touches: [Touch], codes: PromoCodes) {
    self.conversion = conversion
    self.window = window
    let inside = Attribution.inWindow(touches, of: conversion, window)
    let columns = AttributionModel.allCases.map { Attribution.shares($0, of: conversion, among: inside) }
    lines = inside.enumerated().map { index, touch in Line(touch: touch, shares: columns.map { $0[index] }) }
    if let text = conversion.promoCode {
      if let flight = codes.flight(for: text, on: conversion.day) {
        code = .credited(flight)
      } else {
        code = codes.isKnown(text) ? .early : .unknown
      }
    } else {
      code = .none
    }
    reason = inside.isEmpty ? Self.reason(conversion, window, touches) : nil
  }

  /// The flight that the code credits.
  public var codeFlight: Identifier<Flight>? {
    if case .credited(let flight) = code { flight } else { nil }
  }

  /// What a run would store for it now.
  public var credits: [Credit] {
    Attribution.credits(of: conversion, among: lines.map(\.touch), codeFlight: codeFlight)
  }

  private static func reason(_ conversion: Conversion, _ window: AttributionWindow, _ touches: [Touch]) -> String {
    guard conversion.household != nil else { return "it was imported without an address" }
    guard !touches.isEmpty else {
      return "its household has no counted download of an episode while a spot of this sponsor ran in it"
    }
    guard let before = touches.map(\.at).filter({ $0 <= conversion.occurredAt }).max() else {
      return "its household's touches all come after it"
    }
    return "its household's latest touch before it is \(Age(from: before, to: conversion.occurredAt)) old, "
      + "outside the window of \(window.days) days"
  }
}
