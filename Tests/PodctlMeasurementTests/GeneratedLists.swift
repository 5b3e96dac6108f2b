import PodctlCore

@testable import PodctlMeasurement

/// The same lists twice: as files for the engine, and for the slow reference.
struct GeneratedLists {
  var engine: FilterLists
  var reference: SlowReference.Lists

  /// A network with the beginning of its addresses written out.
  private typealias Network = (text: String, beginning: String, from: String?)

  /// Without dates, with some, or agents alone.
  static let all = Result { try [make(isDated: false), make(isDated: true), agentsOnly()] }

  private static let bots = [SlowReference.Entry(text: "Googlebot")]
  private static let apps = ["Overcast/", "Spotify/", "Robot Player"].map { SlowReference.Entry(text: $0) }

  private static func agents(_ kind: AgentListKind, _ entries: [SlowReference.Entry]) -> FilterListFile {
    let rows = entries.map { entry in
      #"{"name":"\#(entry.text)","pattern":"\#(entry.text)"\#(entry.from.map { #","from":"\#($0)""# } ?? "")}"#
    }
    return FilterListFile(
      .agents(kind), name: "\(kind.rawValue).runtime.json",
      bytes: Array("{\"entries\":[\(rows.joined(separator: ","))]}".utf8))
  }

  private static func agentsOnly() throws -> GeneratedLists {
    GeneratedLists(
      engine: try FilterLists.reading(files: [agents(.bots, bots), agents(.apps, apps)]),
      reference: SlowReference.Lists(bots: bots, apps: apps))
  }

  private static func make(isDated: Bool) throws -> GeneratedLists {
    func from(_ day: String) -> String? { isDated ? day : nil }
    let bots = bots + (isDated ? [SlowReference.Entry(text: "Unknown/", from: "2026-03-29")] : [])
    let datacenters: [Network] = [
      ("198.51.100.0/24", "198.51.100.", from("2026-03-28")), ("203.0.113.0/24", "203.0.113.", nil),
      ("2001:db8:dead::/48", "2001:db8:dead:", from("2026-03-29")),
    ]
    let safe: [Network] = [("198.51.100.9", "198.51.100.9", from("2026-03-29")), ("192.0.2.2/32", "192.0.2.2", nil)]
    let relay: [Network] = [("203.0.113.0/28", "203.0.113.5", from("2026-03-30"))]
    let referrers = [SlowReference.Entry(text: "bad.example", from: from("2026-03-29"))]
    func file(_ kind: FilterListFile.Kind, _ rows: [(String, String?)]) -> FilterListFile {
      let text = rows.map { $0 + ($1.map { "\t\($0)" } ?? "") + "\n" }.joined()
      return FilterListFile(kind, name: "list", bytes: Array(text.utf8))
    }
    func entries(_ networks: [Network]) -> [SlowReference.Entry] {
      networks.map { SlowReference.Entry(text: $0.beginning, from: $0.from) }
    }
    return GeneratedLists(
      engine: try FilterLists.reading(files: [
        agents(.bots, bots), agents(.apps, apps), file(.datacenters, datacenters.map { ($0.text, $0.from) }),
        file(.safe, safe.map { ($0.text, $0.from) }), file(.relay, relay.map { ($0.text, $0.from) }),
        file(.referrers, referrers.map { ($0.text, $0.from) }),
      ]),
      reference: SlowReference.Lists(
        bots: bots, apps: apps, datacenters: entries(datacenters), relay: entries(relay), safe: entries(safe),
        referrers: referrers))
  }
}
