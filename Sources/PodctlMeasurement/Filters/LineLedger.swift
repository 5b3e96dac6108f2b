import PodctlCore

/// How many lines ended with which reason.
public struct LineLedger: Sendable, Equatable {
  private var counts = [Int64](repeating: 0, count: LineReason.allCases.count)

  public init() {}

  static func number(of reason: LineReason) -> Int {
    switch reason {
    case .malformed: 0
    case .method: 1
    case .status: 2
    case .unknownPath: 3
    case .probe: 4
    case .noAgent: 5
    case .watch: 6
    case .bot: 7
    case .datacenter: 8
    case .referrer: 9
    case .closed: 10
    case .threshold: 11
    case .duplicate: 12
    case .counted: 13
    case .volume: 14
    }
  }

  public subscript(_ reason: LineReason) -> Int64 {
    get { counts[LineLedger.number(of: reason)] }
    set { counts[LineLedger.number(of: reason)] = newValue }
  }

  mutating func add(_ other: LineLedger) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// All lines read.
  public var total: Int64 { counts.reduce(0, +) }

  /// The reasons that some line has, by name.
  public var rows: [(reason: LineReason, lines: Int64)] {
    LineReason.allCases.map { ($0, self[$0]) }.filter { $0.1 > 0 }.sorted { $0.0.rawValue < $1.0.rawValue }
  }
}
