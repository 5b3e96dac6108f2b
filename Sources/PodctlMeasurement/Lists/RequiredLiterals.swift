/// Strings of which at least one stands in every text that a pattern matches: what makes it worth running a pattern.
enum RequiredLiterals {
  private static let mostStrings = 16
  private static let longest = 24

  /// What is known of a part of a pattern.
  private struct Known {
    /// All strings that the part can match, where they are few.
    var exact: [[UInt8]]?
    /// Strings of which every match contains one.
    var required: [[UInt8]]?
  }

  /// nil when a pattern can match without any particular string.
  static func of(_ node: PatternNode) -> [[UInt8]]? {
    let known = examine(node)
    return better(known.required, usable(known.exact))
  }

  private static func usable(_ strings: [[UInt8]]?) -> [[UInt8]]? {
    guard let strings, !strings.isEmpty, strings.allSatisfy({ !$0.isEmpty }) else { return nil }
    return strings
  }

  /// The set whose shortest string is longer; fewer strings on a tie.
  private static func better(_ left: [[UInt8]]?, _ right: [[UInt8]]?) -> [[UInt8]]? {
    guard let left else { return right }
    guard let right else { return left }
    let leftLength = left.map(\.count).min() ?? 0
    let rightLength = right.map(\.count).min() ?? 0
    if leftLength != rightLength { return leftLength > rightLength ? left : right }
    return left.count <= right.count ? left : right
  }

  private static func examine(_ node: PatternNode) -> Known {
    switch node {
    case .empty, .start, .end, .wordEdge: return Known(exact: [[]])
    case .set(let set): return set.count <= 4 ? Known(exact: set.members.map { [$0] }) : Known()
    case .sequence(let parts): return examine(sequence: parts)
    case .choice(let branches):
      let known = branches.map(examine)
      var result = Known()
      if known.allSatisfy({ $0.exact != nil }) {
        let all = known.flatMap { $0.exact ?? [] }
        if all.count <= mostStrings { result.exact = all }
      }
      let needs = known.map { better($0.required, usable($0.exact)) }
      if needs.allSatisfy({ $0 != nil }) { result.required = needs.flatMap { $0 ?? [] } }
      return result
    case .repeated(let inner, let least, let most):
      let known = examine(inner)
      if least == 0 {
        guard most == 1, let exact = known.exact, exact.count < mostStrings else { return Known() }
        return Known(exact: exact + [[]])
      }
      if least == 1, most == 1 { return known }
      return Known(required: better(known.required, usable(known.exact)))
    }
  }

  private static func examine(sequence parts: [PatternNode]) -> Known {
    var best: [[UInt8]]?
    var run: [[UInt8]] = [[]]
    var isExact = true
    for part in parts {
      let known = examine(part)
      best = better(best, known.required)
      if let exact = known.exact, exact.count * run.count <= mostStrings,
        (run.map(\.count).max() ?? 0) < longest
      {
        run = run.flatMap { head in exact.map { head + $0 } }
        continue
      }
      best = better(best, usable(run))
      isExact = false
      run = known.exact ?? [[]]
    }
    if isExact { return Known(exact: run, required: best) }
    return Known(required: better(best, usable(run)))
  }
}
