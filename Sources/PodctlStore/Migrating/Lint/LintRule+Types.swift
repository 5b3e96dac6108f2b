import PodctlCore

/// Types that are regretted later.
extension LintRule {
  static let safetyOfTypes: [LintRule] = [
    preferBigint, preferIdentity, preferText, banChar, timestampWithoutZone, preferJsonb, banMoney,
  ]

  private static let preferBigint = LintRule(
    "S120", "prefer-bigint", .warning,
    why: "an integer of four bytes ends at 2 147 483 647, and to change it writes the table",
    fix: "write bigint"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    columns(linted) { column, table in
      guard ["int", "integer", "int4", "smallint", "int2"].contains(column.type) else { return nil }
      return Spot(column.typeToken, "\(table).\(column.name)")
    }
  }

  private static let preferIdentity = LintRule(
    "S121", "prefer-identity", .warning, why: "a serial's sequence has rights and an owner of its own, and four bytes",
    fix: "write bigint GENERATED ALWAYS AS IDENTITY, or uuid"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    columns(linted) { column, table in
      isSerial(column) ? Spot(column.typeToken, "\(table).\(column.name)") : nil
    }
  }

  private static let preferText = LintRule(
    "S122", "prefer-text", .warning, why: "to change a length later needs a lock, and text is no slower",
    fix: "write text, with a CHECK on its length where one is needed"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    columns(linted) { column, table in
      guard ["varchar", "character varying"].contains(column.type), column.hasLength else { return nil }
      return Spot(column.typeToken, "\(table).\(column.name)")
    }
  }

  private static let banChar = LintRule(
    "S123", "ban-char", .warning, why: "char(n) pads with blanks that comparisons then ignore", fix: "write text"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    columns(linted) { column, table in
      guard ["char", "character", "bpchar", "nchar"].contains(column.type) else { return nil }
      return Spot(column.typeToken, "\(table).\(column.name)")
    }
  }

  private static let timestampWithoutZone = LintRule(
    "S124", "timestamp-without-zone", .warning, why: "it is a different instant on a server with another zone",
    fix: "write timestamptz"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    columns(linted) { column, table in
      guard ["timestamp", "timestamp without time zone"].contains(column.type) else { return nil }
      return Spot(column.typeToken, "\(table).\(column.name)")
    }
  }

  private static let preferJsonb = LintRule(
    "S140", "prefer-jsonb", .warning, why: "json has no equality, so DISTINCT and GROUP BY fail on rows that hold it",
    fix: "write jsonb"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    columns(linted) { column, table in
      column.type == "json" ? Spot(column.typeToken, "\(table).\(column.name)") : nil
    }
  }

  private static let banMoney = LintRule(
    "S141", "ban-money", .warning, why: "what money reads and writes depends on the server's locale",
    fix: "write bigint of minor units, or numeric"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    columns(linted) { column, table in
      column.type == "money" ? Spot(column.typeToken, "\(table).\(column.name)") : nil
    }
  }
}
