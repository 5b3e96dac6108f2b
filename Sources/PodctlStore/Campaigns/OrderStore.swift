import PodctlCore

/// A tenant's insertion orders.
public struct OrderStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// A campaign's orders, oldest first.
  public func all(of campaign: Identifier<Campaign>) throws -> [InsertionOrder] {
    try tx.rows(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND campaign_id = \(campaign)
      ORDER BY created_at, \(bytewise: "number"), revision
      """
    ).map(Self.order)
  }

  public func find(_ id: Identifier<InsertionOrder>) throws -> InsertionOrder? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND order_id = \(id)").map(Self.order)
  }

  /// The newest order of a campaign, or its one of a number; throws `order_not_found`.
  public func find(number: String?, of campaign: Campaign) throws -> InsertionOrder {
    let orders = try all(of: campaign.id)
    guard let number else {
      guard let newest = orders.last else {
        throw PodctlError(
          .orderNotFound, "campaign \"\(campaign.slug)\" has no insertion order",
          hint: "create the campaign with its order: --io NUMBER --bill-to NAME")
      }
      return newest
    }
    if let order = orders.last(where: { $0.number == number }) { return order }
    let numbers = orders.map(\.number)
    let suggestion = Suggestion.nearest(to: number, among: numbers)
    throw PodctlError(
      .orderNotFound, "campaign \"\(campaign.slug)\" has no insertion order \"\(number)\"",
      hint: suggestion.map { "did you mean \"\($0)\"?" } ?? "it has \(numbers.joined(separator: ", "))",
      commands: ["podctl campaign show \(campaign.slug)"], context: [.init("order", number)])
  }

  /// Adds an order; throws `order_exists` when its number and revision are taken.
  public func insert(_ order: InsertionOrder) throws {
    let added = try tx.run(
      """
      INSERT INTO insertion_orders (tenant_id, order_id, campaign_id, number, revision, bill_to, po_number, terms_days,
        signed_on, commission, billing, created_at)
      VALUES (\(tx.tenant), \(order.id), \(order.campaign), \(order.number), \(order.revision), \(order.billTo),
        \(order.poNumber), \(order.termsDays), \(order.signedOn),
        \(order.commission?.thousandths), \(String(order.isNet ? "net" : "gross")), \(order.createdAt))
      ON CONFLICT (tenant_id, number, revision) DO NOTHING
      """)
    guard added == 1 else {
      throw PodctlError(
        .orderExists, "insertion order \"\(order.number)\" exists already in revision \(order.revision)",
        hint: "numbers are one tenant's own: give another number, or the next revision",
        context: [.init("order", order.number)])
    }
  }

  private static let selection: Statement = """
    SELECT order_id, campaign_id, number, revision, bill_to, po_number, terms_days, signed_on, commission, billing,
      created_at
    FROM insertion_orders
    """

  private static func order(_ row: Row) throws -> InsertionOrder {
    var order = InsertionOrder(
      id: try row["order_id"], campaign: try row["campaign_id"], number: try row["number"],
      revision: try row["revision"], billTo: try row["bill_to"], poNumber: try row["po_number"],
      termsDays: try row["terms_days"], signedOn: try row["signed_on"], createdAt: try row["created_at"])
    order.commission = (try row["commission"] as Int64?).map { Percent(thousandths: $0) }
    order.isNet = try row["billing"] != "gross"
    return order
  }
}
