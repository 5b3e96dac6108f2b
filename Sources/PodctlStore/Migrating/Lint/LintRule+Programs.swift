import PodctlCore

/// Views, functions and types that programs name, and settings that reach beyond the schema.
extension LintRule {
  static let safetyOfPrograms: [LintRule] = [dropObject, renamingObject, serverSetting, rewriteRule]

  private static let dropObject = LintRule(
    "S142", "drop-object", .warning, on: nil, why: "programs that are running may still use it",
    fix: "take it out of the programs first, or make it anew in the same file"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    let others: Set<String> = ["POLICY", "INDEX", "SCHEMA"]
    guard let object = linted.object(of: "DROP"), !others.contains(object.kind),
      !scope.objectsOfFile.contains(object)
    else { return [] }
    return [Spot(0, "\(object.kind.lowercased()) \(object.name)")]
  }

  private static let renamingObject = LintRule(
    "S143", "renaming-object", .warning, why: "programs that are running still use the old name",
    fix: "make it under the new name, move programs over, and drop the old one when nothing uses it"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard let object = linted.object(of: "ALTER"), object.kind != "POLICY",
      let at = linted.position(of: "RENAME") ?? linted.position(of: "SET", "SCHEMA")
    else { return [] }
    return [Spot(at, "\(object.kind.lowercased()) \(object.name)")]
  }

  private static let serverSetting = LintRule(
    "S153", "server-setting", .warning,
    why: "it holds for every session of the server, database or role, and is no part of the schema",
    fix: "leave it to whoever runs the server, or write SET LOCAL"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    if linted.begins("ALTER", "SYSTEM") { return [Spot(0)] }
    guard linted.begins("ALTER", "DATABASE") || linted.begins("ALTER", "ROLE") || linted.begins("ALTER", "USER"),
      let at = linted.position(of: "SET") ?? linted.position(of: "RESET")
    else { return [] }
    return [Spot(at)]
  }

  private static let rewriteRule = LintRule(
    "S156", "rewrite-rule", .warning, why: "a rule changes what programs say before it runs, where nobody sees it",
    fix: "write a view, or a function that programs call"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    linted.object(of: "CREATE")?.kind == "RULE" ? [Spot(0)] : []
  }
}
