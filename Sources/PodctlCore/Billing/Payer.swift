/// Who pays invoices: the name on the paper, with what its invoices bear. A name without one is a brand that is not
/// taxed, reached at its sponsor's address.
public struct Payer: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// The company whose campaign it is.
    case brand
    /// An agency that buys for brands.
    case agency
  }

  /// A tax that is added to each line of the payer's invoices.
  public struct Tax: Sendable, Hashable, Codable {
    public var name: String
    public var rate: Percent

    public init(name: String, rate: Percent) {
      self.name = name
      self.rate = rate
    }
  }

  /// As `bill_to` of an insertion order has it, to the letter.
  public var name: String
  public var kind: Kind
  /// Where invoices go; the sponsor's address where it is nil.
  public var email: String?
  public var tax: Tax?

  public init(name: String, kind: Kind = .brand, email: String? = nil, tax: Tax? = nil) {
    self.name = name
    self.kind = kind
    self.email = email
    self.tax = tax
  }
}
