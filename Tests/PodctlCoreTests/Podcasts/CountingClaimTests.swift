import PodctlCore
import Testing

@Suite("What is said of a count") struct CountingClaimTests {
  @Test("the guidelines' rules are applied only where their limit on one address is on, and the limit is said")
  func applied() {
    let usual = CountingClaim(.standard)
    #expect(usual.standing == "PTMG 2.3 rules applied; not certified")
    #expect(
      usual.line
        == "PTMG 2.3 rules applied; not certified; an address with more than 250 downloads on a day counts for none")
    #expect(
      usual.sentences
        == "PTMG 2.3 rules applied; not certified. An address with more than 250 downloads on a day counts for none.")
    for profile in [CountingProfile.iab, .prefix] {
      let none = CountingClaim(CountingRules(profile))
      #expect(!none.line.contains("PTMG 2.3 rules applied") && none.line.contains("not certified"))
      #expect(none.line.hasSuffix("; volume limit none") && none.sentences.hasSuffix(" Volume limit none."))
      #expect(CountingClaim(CountingRules(profile, volumeLimit: 9)).line.contains("more than 9 downloads"))
    }
    #expect(CountingClaim(CountingRules(.odl)).line == "oDL's published rules applied; not certified")
  }

  @Test("of files that were counted by several rules holds what the least of them can say; without files the tenant's")
  func named() {
    let own = CountingRules.standard
    func claim(_ names: [String]) -> CountingClaim { CountingClaim(named: names, else: own) }
    #expect(claim([]) == CountingClaim(own))
    #expect(claim(["iab-2.3/calendar/volume-50"]) == CountingClaim(CountingRules(volumeLimit: 50)))
    #expect(claim(["iab-2.3/calendar", "iab-2.3/calendar/volume-250"]) == CountingClaim(CountingRules()))
    #expect(
      claim(["iab-2.3/calendar/volume-50", "iab-2.3/first-touch/volume-400"])
        == CountingClaim(CountingRules(volumeLimit: 400)))
  }

  @Test("the rules' name is read as it is written, and nothing else is")
  func names() {
    for profile in CountingProfile.allCases {
      for window in MeasurementWindow.allCases {
        for limit in [nil, 1, 250] {
          let rules = CountingRules(profile, window, volumeLimit: limit)
          #expect(CountingRules(name: rules.name) == rules)
        }
      }
    }
    for name in [
      "", "iab-2.3", "iab-2.3/day", "x/calendar", "iab-2.3/calendar/250", "iab-2.3/calendar/volume-x", "a/b/c/d",
    ] {
      #expect(CountingRules(name: name) == nil, "\(name)")
    }
    #expect(CountingRules.standard.name == "iab-2.3/calendar/volume-250")
    #expect(
      CountingRules.standard.shortName == "iab-2.3/calendar"
        && CountingRules(volumeLimit: 5).shortName.hasSuffix("/volume-5"))
  }
}
