import PodctlCore
import Testing

@Suite("what a plan leaves room for") struct TenantPlanTests {
  @Test(
    "a quota is near its limit from four fifths on, and reached at it",
    arguments: [
      (0, 10, PlanUsage.State.open), (7, 10, .open), (8, 10, .near), (9, 10, .near), (10, 10, .reached),
      (11, 10, .reached), (0, 0, .reached), (3, 4, .open), (4, 5, .near), (0, 1, .open),
    ])
  func states(used: Int64, limit: Int64, state: PlanUsage.State) {
    #expect(PlanUsage(.campaigns, used: used, limit: limit).state == state)
  }

  @Test("without a limit there is always room, however much is used")
  func unlimited() {
    let usage = PlanUsage(.campaigns, used: .max, limit: nil)
    #expect(usage.state == .open && usage.left == nil)
  }

  @Test("what is left is never below nothing, also after a smaller plan was taken")
  func left() {
    #expect(PlanUsage(.podcasts, used: 7, limit: 3).left == 0)
    #expect(PlanUsage(.podcasts, used: 1, limit: 3).left == 2)
  }

  @Test("every larger plan gives as much or more of everything")
  func order() {
    for (smaller, larger) in zip(TenantPlan.Tier.allCases, TenantPlan.Tier.allCases.dropFirst()) {
      for quota in PlanQuota.allCases {
        #expect((smaller.limits[quota] ?? .max) <= (larger.limits[quota] ?? .max), "\(smaller) \(larger) \(quota)")
      }
    }
  }

  @Test("a subscription is taken by its id alone", arguments: ["sub_1PqR_x9", "sub_A"])
  func subscription(id: String) throws { #expect(try TenantPlan.subscription(typed: id) == id) }

  @Test("what is no subscription's id is refused", arguments: ["", "sub_", "cus_1", "sub_1 2", "sub_é", "sub_a\u{0}"])
  func noSubscription(id: String) {
    #expect(throws: PodctlError.self) { try TenantPlan.subscription(typed: id) }
  }
}
