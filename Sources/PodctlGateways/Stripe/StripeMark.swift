/// The metadata by which podctl finds its own objects again. None of it is personal.
public enum StripeMark {
  public static let tenant = "podctl_tenant"
  public static let payer = "podctl_payer"
  public static let invoice = "podctl_invoice"
  public static let revision = "podctl_rev"
  public static let content = "podctl_hash"
  public static let line = "podctl_line"
  public static let credit = "podctl_credit"
  public static let plan = "podctl_plan"
  public static let subscription = "podctl_subscription"
}
