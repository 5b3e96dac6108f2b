import PodctlCore

/// What keeps tenants apart.
extension LintRule {
  static let platformPolicies: [LintRule] = [
    policyWithSubquery, settingMayBeMissing, isolationWithAHole, settingOutlivesTransaction, managedSchema,
    transactionOrShellCommand, isolationRemoved, triggerOnTenants,
  ]

  private static let policyWithSubquery = LintRule(
    "P103", "policy-with-subquery", .error, why: "Citus refuses a policy that holds a subquery",
    fix: "compare tenant_id with nullif(current_setting('app.tenant_id', true), '')::uuid, without SELECT"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard isPolicy(linted), let select = linted.words.firstIndex(of: "SELECT"), !isCommand(select, linted) else {
      return []
    }
    return [Spot(select)]
  }

  private static let settingMayBeMissing = LintRule(
    "P104", "setting-may-be-missing", .error,
    why: "current_setting fails where nothing was set, and gives '' where a transaction before had set it",
    fix: "write nullif(current_setting('app.tenant_id', true), '')"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    (linted.calls["current_setting"] ?? []).compactMap { call in
      let isMissingOK = linted.arguments(at: call).count > 1
      let isInNullif = call >= 2 && linted.words[call - 2] == "NULLIF" && linted.statement.isMark("(", at: call - 1)
      return isMissingOK && isInNullif ? nil : Spot(call)
    }
  }

  private static let isolationWithAHole = LintRule(
    "P105", "isolation-with-a-hole", .error,
    why: "the owner, a new row or every row escapes the policy",
    fix: "FORCE ROW LEVEL SECURITY, and give each policy WITH CHECK and a USING that compares the tenant",
    atEnd: { (scope: LintScope) -> [FileSpot] in
      scope.tables.sorted { $0.key < $1.key }.compactMap { (name, facts) -> FileSpot? in
        guard let place = facts.rowSecurity, !facts.isForced else { return nil }
        return FileSpot(place: place, subject: "\(name) is not FORCEd")
      }
    }
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("CREATE", "POLICY") else { return [] }
    if let using = linted.position(of: "USING"), isTrue(behind: using, linted) { return [Spot(using, "USING (true)")] }
    if let check = linted.position(of: "WITH", "CHECK") {
      return isTrue(behind: check + 1, linted) ? [Spot(check, "WITH CHECK (true)")] : []
    }
    let command = linted.position(of: "FOR").flatMap { linted.words[$0 + 1] }
    return command == "SELECT" || command == "DELETE" ? [] : [Spot(0, "no WITH CHECK")]
  }

  private static let settingOutlivesTransaction = LintRule(
    "P106", "setting-outlives-transaction", .error,
    why: "through a pooler that changes servers between transactions, the next client gets the setting",
    fix: "write SET LOCAL, or set_config(…, true)"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    if linted.begins("SET"), let next = linted.words.dropFirst().first.flatMap({ $0 }),
      !["LOCAL", "CONSTRAINTS", "TRANSACTION"].contains(next)
    {
      return [Spot(0)]
    }
    return (linted.calls["set_config"] ?? []).compactMap { call in
      guard let last = linted.arguments(at: call).last, linted.words[last.lowerBound] == "FALSE" else { return nil }
      return Spot(call)
    }
  }

  private static let managedSchema = LintRule(
    "P113", "managed-schema", .error, why: "the platform keeps this schema itself, and may undo or refuse the change",
    fix: "put it into a schema of your own"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard ["CREATE", "ALTER", "DROP"].contains(linted.words.first ?? "") else { return [] }
    let managed: Set<String> = [
      "auth", "storage", "realtime", "vault", "graphql", "graphql_public", "supabase_functions", "pgsodium",
      "supabase_migrations", "_timescaledb_internal", "_timescaledb_catalog", "_timescaledb_config",
    ]
    // The object's own name leads; others behind it, as in REFERENCES auth.users, are only named.
    let before: Set<String> = [
      "CREATE", "ALTER", "DROP", "OR", "REPLACE", "TEMP", "TEMPORARY", "UNLOGGED", "MATERIALIZED", "RECURSIVE",
      "UNIQUE",
      "TABLE", "VIEW", "INDEX", "CONCURRENTLY", "SEQUENCE", "FUNCTION", "PROCEDURE", "TYPE", "DOMAIN", "SCHEMA", "IF",
      "NOT", "EXISTS", "ONLY",
    ]
    guard let dot = linted.statement.tokens.indices.first(where: { linted.statement.isMark(".", at: $0) }), dot > 0,
      let schema = linted.statement.name(at: dot - 1), managed.contains(schema),
      linted.words[..<(dot - 1)].allSatisfy({ $0.map(before.contains) ?? false })
    else { return [] }
    return [Spot(dot - 1, schema)]
  }

  private static let transactionOrShellCommand = LintRule(
    "P118", "transaction-or-shell-command", .error, on: nil,
    why: "it would end the transaction that makes the file whole or nothing, or only a shell understands it",
    fix: "take it out: podctl opens and commits the transaction"
  ) { (_: LintedStatement, _: LintScope) -> [Spot] in [] }

  private static let isolationRemoved = LintRule(
    "P119", "isolation-removed", .error, why: "from now on one tenant may see another's rows",
    fix: "make the new policy in the same file, and leave row-level security enabled and FORCEd"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    if let policy = linted.object(of: "DROP"), policy.kind == "POLICY" {
      let isReplaced = scope.objectsOfFile.contains { $0.kind == "POLICY" && $0.table == policy.table }
      return isReplaced ? [] : [Spot(0, policy.name)]
    }
    return actions(linted, scope) { action, table in
      switch action.kind {
      case .rowSecurity(enabled: false), .forceRowSecurity(false): Spot(action.token, table)
      default: nil
      }
    }
  }

  private static let triggerOnTenants = LintRule(
    "P120", "trigger-on-tenants", .warning, why: "Citus refuses triggers on distributed and on reference tables",
    fix: "let the program write both, in one transaction"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard let trigger = linted.object(of: "CREATE"), trigger.kind == "TRIGGER",
      scope.isTenants(trigger.table) || scope.tables[trigger.table]?.isDistributed ?? false
    else { return [] }
    return [Spot(0, "\(trigger.name) on \(trigger.table)")]
  }

  private static func isPolicy(_ linted: LintedStatement) -> Bool {
    linted.begins("CREATE", "POLICY") || linted.begins("ALTER", "POLICY")
  }

  /// The SELECT of `FOR SELECT`.
  private static func isCommand(_ select: Int, _ linted: LintedStatement) -> Bool {
    guard linted.words[select - 1] == "FOR" else { return false }
    return !linted.words[(select + 1)...].contains("SELECT")
  }

  /// Whether `(true)` stands behind this token.
  private static func isTrue(behind token: Int, _ linted: LintedStatement) -> Bool {
    guard let inner = linted.parentheses(behind: token) else { return false }
    return inner.count == 1 && linted.words[inner.lowerBound] == "TRUE"
  }
}
