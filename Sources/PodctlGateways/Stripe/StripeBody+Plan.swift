import PodctlCore

/// Who is to pay what for a plan.
public struct PlanSubscribed: Sendable, Hashable {
  public var tenant: Slug
  public var customer: String
  public var tier: TenantPlan.Tier
  public var price: String
  /// The name of the effect that makes it.
  public var mark: String
  /// Whether the customer has something that Stripe can charge.
  public var isCharged: Bool

  public init(
    tenant: Slug, customer: String, tier: TenantPlan.Tier, price: String, mark: String, isCharged: Bool
  ) {
    self.tenant = tenant
    self.customer = customer
    self.tier = tier
    self.price = price
    self.mark = mark
    self.isCharged = isCharged
  }
}

extension StripeBody {
  /// Days that a tenant has to pay an invoice of its plan.
  public static let planDays: Int64 = 14

  /// A subscription. Without anything to charge, Stripe would leave one that it is to charge incomplete and end it after
  /// 23 hours: then it sends invoices. With it, a charge that fails makes no subscription at all.
  public static func subscription(_ plan: PlanSubscribed) -> [UInt8] {
    var fields = [
      FormField("customer", .text(plan.customer)),
      FormField("items", .list([.object([FormField("price", .text(plan.price))])])),
      FormField("collection_method", .text(plan.isCharged ? "charge_automatically" : "send_invoice")),
    ]
    fields +=
      plan.isCharged
      ? [FormField("payment_behavior", .text("error_if_incomplete")), FormField("off_session", .flag(true))]
      : [FormField("days_until_due", .integer(planDays))]
    fields += [
      FormField("proration_behavior", .text("create_prorations")),
      FormField("billing_mode", .object([FormField("type", .text("flexible"))])),
      FormField(
        "metadata",
        .object([
          FormField(StripeMark.tenant, .text(plan.tenant.text)), FormField(StripeMark.plan, .text(plan.tier.rawValue)),
          FormField(StripeMark.subscription, .text(plan.mark)),
        ])),
    ]
    return FormBody.encoded(fields)
  }

  /// Another price in the same item's place, from now on; what the days of the period come to is on the next invoice.
  public static func subscriptionChange(
    item: String, price: String, tier: TenantPlan.Tier, isCharged: Bool
  ) -> [UInt8] {
    var fields = [
      FormField("items", .list([.object([FormField("id", .text(item)), FormField("price", .text(price))])])),
      FormField("cancel_at_period_end", .flag(false)),
      FormField("proration_behavior", .text("create_prorations")),
    ]
    if isCharged { fields.append(FormField("payment_behavior", .text("error_if_incomplete"))) }
    fields.append(FormField("metadata", .object([FormField(StripeMark.plan, .text(tier.rawValue))])))
    return FormBody.encoded(fields)
  }

  /// What is paid is used: nothing is given back, and nothing more is billed.
  public static let subscriptionEnd = FormBody.encoded([FormField("cancel_at_period_end", .flag(true))])
}
