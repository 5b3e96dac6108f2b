import PodctlCore
import Testing

@Suite("A campaign's status changes by the rules only")
struct CampaignActionTests {
  /// The whole table: what each action makes of each status, nil where it is refused.
  static let table: [(Campaign.Status, [CampaignAction: Campaign.Status])] = [
    (.draft, [.launch: .active, .cancel: .cancelled]),
    (.active, [.launch: .active, .pause: .paused, .complete: .completed, .cancel: .cancelled]),
    (.paused, [.launch: .active, .pause: .paused, .complete: .completed, .cancel: .cancelled]),
    (.completed, [.complete: .completed]),
    (.cancelled, [.cancel: .cancelled]),
  ]

  @Test("every action in every status", arguments: table)
  func transition(from status: Campaign.Status, to results: [CampaignAction: Campaign.Status]) throws {
    let campaign = Campaign(
      id: Identifier(high: 0, low: 1), sponsor: Identifier(high: 0, low: 2), slug: try Slug("autumn"), name: "Autumn",
      status: status, currency: .usd, notes: nil, createdAt: Instant(seconds: 0), updatedAt: Instant(seconds: 0))
    for action in CampaignAction.allCases {
      if let expected = results[action] {
        #expect(try campaign.status(after: action) ?? campaign.status == expected, "\(action)")
      } else {
        let error = #expect(throws: PodctlError.self, "\(action)") { try campaign.status(after: action) }
        #expect(error?.code == .transitionRefused)
        for possible in CampaignAction.possible(in: status) {
          #expect(error?.hint?.contains(possible.rawValue) == true)
        }
      }
    }
  }
}
