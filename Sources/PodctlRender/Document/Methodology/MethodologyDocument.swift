import PodctlCore

/// A description of methodology as people read it.
public enum MethodologyDocument {
  public static func of(_ methodology: Methodology) -> Document {
    let tenant = methodology.tenant
    return Document(
      title: "Description of methodology: \(tenant.name)",
      masthead: Document.Masthead(
        kicker: tenant.name, heading: "Description of methodology",
        subheading: methodology.days.map { DateText.range($0.lowerBound, $0.upperBound) } ?? "nothing counted yet",
        facts: facts(methodology), verdict: verdict(methodology)),
      sections: [
        section("window", "Window, zone and late lines", [.facts(MethodologyRules.window(methodology))]),
        section("listeners", "Listeners and downloads", [.facts(MethodologyRules.listener())]),
        section("bytes", "Bytes and the threshold", [.facts(MethodologyRules.bytes(tenant.counting))]),
        section("filters", "Filters in their order, and what they left out", MethodologyTables.reasons(methodology)),
        section("lists", "Lists", MethodologyTables.lists(methodology)),
        section("safe", "Safe list", MethodologyTables.safe(methodology)),
        section("sources", "Logs", MethodologyTables.sources(methodology)),
        section("restatements", "Restatements", MethodologyTables.restatements(methodology)),
        section("anomalies", "Anomalies", MethodologyTables.anomalies(methodology)),
        section("retention", "At rest", [.facts(retention(methodology))]),
      ],
      footer: [
        methodology.claim.sentences,
        "podctl follows the guidelines of the IAB Tech Lab and claims no compliance with them.",
      ])
  }

  private static func section(_ id: String, _ title: String, _ blocks: [Document.Block]) -> Document.Section {
    Document.Section(id: id, title: title, blocks: blocks)
  }

  private static func facts(_ methodology: Methodology) -> [Document.Fact] {
    [
      Document.Fact("Standing", methodology.claim.standing),
      Document.Fact("Made", "\(methodology.madeAt)"),
      Document.Fact("Days", methodology.days.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "—"),
      Document.Fact("Logs read through", methodology.readThrough.map { "\($0)" } ?? "—"),
    ]
  }

  private static func verdict(_ methodology: Methodology) -> Document.Verdict? {
    let stale = methodology.staleNetworks.count
    guard stale == 0 else {
      return Document.Verdict(
        tone: .caution, word: "Look again",
        sentence: "\(stale) of \(methodology.safeNetworks.count) entries of the safe list were not validated within"
          + " \(Methodology.SafeNetwork.validDays) days.")
    }
    let found = methodology.anomalies.count
    guard found > 0 else { return nil }
    return Document.Verdict(
      tone: .neutral, word: "Anomalies",
      sentence: "\(found) \(found == 1 ? "finding wants" : "findings want") a person's eye.")
  }

  private static func retention(_ methodology: Methodology) -> [Document.Fact] {
    let purged =
      methodology.purgedThrough.map {
        "The keys of \(methodology.purgedDays) days were removed, the last of them \($0); their counts stay."
      } ?? "No day's keys were removed so far."
    let secrets = methodology.secrets.compactMap(\.firstDay)
    let rotation =
      secrets.isEmpty
      ? "One secret keys all days." : "New secrets began on \(secrets.map { "\($0)" }.joined(separator: ", "))."
    return [
      Document.Fact(
        "Personal data",
        "No address and no agent is stored. A listener is HMAC-SHA-256 of address and agent, a household of the address,"
          + " under a secret of this tenant that is not in the database."),
      Document.Fact("Secrets", rotation),
      Document.Fact("Retention", purged),
    ]
  }
}
