import PodctlCore
import PodctlStore

/// Stores a month's bills as drafts. Done again with the same figures it changes nothing.
public enum BillDrafting {
  /// Plans and stores within one transaction, so that no figure can change in between. Throws `period_not_begun`.
  public static func draft(
    _ tenant: Tenant, _ period: Period, in tx: TenantTransaction, ids: any IdentifierSource, now: Instant
  ) throws -> BillPlan {
    try BillMonth.requireBegun(period, at: now)
    return try redraft(tenant, period, in: tx, ids: ids, now: now)
  }

  /// The same for a month whose invoices were sent already, whatever day it is.
  static func redraft(
    _ tenant: Tenant, _ period: Period, in tx: TenantTransaction, ids: any IdentifierSource, now: Instant
  ) throws -> BillPlan {
    try InvoiceStore(tx).lockDrafts()
    let plan = try BillPlanning(tenant, period, in: tx).plan()
    try apply(plan, in: tx, ids: ids, now: now)
    return plan
  }

  /// Brings the stored drafts to what a plan says, whatever part of it is stored already.
  public static func apply(
    _ plan: BillPlan, in tx: TenantTransaction, ids: any IdentifierSource, now: Instant
  ) throws {
    let store = InvoiceStore(tx)
    let standing = try store.all(from: plan.firstDay, to: plan.lastDay).filter { $0.status == .draft }
    for entry in plan.entries {
      let current = standing.first { $0.content.order == entry.order.id }
      switch entry.change {
      case .closed, .fixed: continue
      case .withdrawn:
        if let current { try store.makeVoid(current.id) }
      case .new, .replaced, .unchanged:
        guard let current else {
          try store.insert(
            Invoice(id: ids.next(Invoice.self), status: .draft, createdAt: now, content: entry.content))
          continue
        }
        if current.content != entry.content { try store.replace(current.id, with: entry.content) }
      }
    }
  }
}
