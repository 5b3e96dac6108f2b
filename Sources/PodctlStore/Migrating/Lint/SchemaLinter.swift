import PodctlCore

/// Holds migration files against the rules, without a database: in their order, so that a later file's tables are known
/// from the earlier ones, and once for each kind of database that they are for.
public struct SchemaLinter {
  private let wanted: [MigrationVariant]

  /// Without variants, for PostgreSQL and for each kind of database that a file's name says.
  public init(_ variants: [MigrationVariant] = []) { wanted = variants }

  /// Every finding, in the order of the files and places. Throws where a file cannot be read at all.
  public func findings(_ inputs: [Input]) throws -> [LintFinding] {
    var found = inputs.map { $0.isOfFolder && $0.step == nil ? [SchemaLinter.misnamed($0)] : Set<LintFinding>() }
    var read: [Dialect: [Int: LintedFile]] = [:]
    let variants = variants(for: inputs)
    let takesServers = variants.contains { $0 != .sqlite }
    for variant in variants {
      let dialect = variant.dialect
      let rules = LintRule.all.filter { $0.dialect == nil || $0.dialect == dialect }
      var scope = LintScope(dialect)
      for index in SchemaLinter.chosen(inputs, for: variant) {
        let file = try read[dialect]?[index] ?? LintedFile(inputs[index].open(), dialect)
        read[dialect, default: [:]][index] = file
        let findings = SchemaLinter.findings(in: file, of: inputs[index], rules, &scope)
        // A file for every database was looked at as PostgreSQL reads it, whose rules are the stricter ones.
        if dialect == .postgres || !takesServers || inputs[index].variant == .sqlite {
          found[index].formUnion(findings)
        }
      }
    }
    return inputs.indices.flatMap { index in
      let file = read[.postgres]?[index] ?? read[.sqlite]?[index]
      return SchemaLinter.allowed(found[index], file, inputs[index]).sorted {
        ($0.line, $0.column, $0.rule) < ($1.line, $1.column, $1.rule)
      }
    }
  }

  private func variants(for inputs: [Input]) -> [MigrationVariant] {
    guard wanted.isEmpty else { return wanted }
    let named = Set(inputs.compactMap(\.variant))
    let needsServer = named != [.sqlite] || inputs.contains { $0.variant == nil }
    return MigrationVariant.allCases.filter { named.contains($0) || $0 == .postgres && needsServer }
  }

  /// The files that a database takes, of each step the best; in the order in which they run where that is known.
  private static func chosen(_ inputs: [Input], for variant: MigrationVariant) -> [Int] {
    var steps: [String: [Int]] = [:]
    for (index, input) in inputs.enumerated() { steps[input.key, default: []].append(index) }
    let indices = steps.values.compactMap { variants in
      variant.accepted.lazy.compactMap { wanted in variants.first { inputs[$0].variant == wanted } }.first
    }.sorted()
    guard inputs.allSatisfy(\.isOfFolder) else { return indices }
    return indices.filter { inputs[$0].step != nil }.sorted {
      (inputs[$0].order, $0) < (inputs[$1].order, $1)
    }
  }

  private static func findings(
    in file: LintedFile, of input: Input, _ rules: [LintRule], _ scope: inout LintScope
  ) -> [LintFinding] {
    scope.begin(input, file)
    var found: [LintFinding] = []
    for linted in file.statements {
      for rule in rules {
        for spot in rule.check(linted, scope) {
          let place = linted.statement.place(atByte: linted.statement.tokens[spot.token].start)
          found.append(finding(rule, input, place, spot.subject))
        }
      }
      scope.learn(from: linted)
    }
    for rule in rules {
      for spot in rule.atEnd(scope) { found.append(finding(rule, input, spot.place, spot.subject)) }
    }
    scope.end()
    return found
      + file.refusals.compactMap { refusal in
        LintRule.byID[refusal.rule].map { finding($0, input, refusal.place, refusal.message) }
      }
  }

  /// Without what the file allows; with what is wrong with its allowances.
  private static func allowed(_ found: Set<LintFinding>, _ file: LintedFile?, _ input: Input) -> [LintFinding] {
    guard let file, !file.allowances.isEmpty else { return Array(found) }
    let kept = found.filter { finding in !file.allowances.contains { $0.covers(finding) } }
    let complaints = file.allowances.compactMap { allowance -> LintFinding? in
      let id =
        LintRule.named(allowance.rule) == nil
        ? "S149" : !found.contains(where: allowance.covers) ? "S152" : allowance.saysWhy ? nil : "S151"
      return id.flatMap { LintRule.byID[$0] }.map { finding($0, input, allowance.place, allowance.rule) }
    }
    return kept + complaints.filter { finding in !file.allowances.contains { $0.covers(finding) } }
  }

  private static func misnamed(_ input: Input) -> LintFinding {
    let rule = LintRule.fileName
    return finding(rule, input, .start, input.fileName)
  }

  private static func finding(_ rule: LintRule, _ input: Input, _ place: ScriptPlace, _ subject: String?)
    -> LintFinding
  {
    LintFinding(
      file: input.name, line: place.line, column: place.column, rule: rule.id, name: rule.name, level: rule.level,
      message: subject.map { "\($0): \(rule.why)" } ?? rule.why, hint: rule.fix)
  }
}
