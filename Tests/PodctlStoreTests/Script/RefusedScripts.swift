import PodctlStore
import Testing

/// Scripts that are refused before anything of them runs, with the place that is named.
struct RefusedScripts: Sendable, CustomTestStringConvertible {
  let script: String
  let dialect: Dialect
  let line: Int
  let column: Int
  /// A part of the message.
  let says: String

  var testDescription: String { script.debugDescription }

  init(_ script: String, _ line: Int, _ column: Int, _ says: String, _ dialect: Dialect = .postgres) {
    self.script = script
    self.line = line
    self.column = column
    self.says = says
    self.dialect = dialect
  }

  static let all = [
    RefusedScripts("SELECT 1;\nBEGIN;", 2, 1, "BEGIN"), .init("begin work", 1, 1, "BEGIN"),
    .init("COMMIT", 1, 1, "COMMIT"), .init("SELECT 1; commit and chain", 1, 11, "COMMIT"),
    .init("END", 1, 1, "END"), .init("/* a */ END TRANSACTION", 1, 9, "END"), .init("ABORT", 1, 1, "ABORT"),
    .init("ROLLBACK", 1, 1, "ROLLBACK"), .init("ROLLBACK WORK", 1, 1, "ROLLBACK"),
    .init("ROLLBACK PREPARED 'x'", 1, 1, "ROLLBACK"), .init("COMMIT PREPARED 'x'", 1, 1, "COMMIT"),
    .init("START TRANSACTION ISOLATION LEVEL SERIALIZABLE", 1, 1, "START TRANSACTION"),
    .init("PREPARE TRANSACTION 'x'", 1, 1, "PREPARE TRANSACTION"),
    .init("SELECT 1;\n  COMMIT;\n", 2, 3, "whole or nothing"), .init("begin immediate", 1, 1, "BEGIN", .sqlite),
    .init("COPY t FROM STDIN", 1, 1, "COPY"),
    .init("copy t (a, b) from stdin with (format csv);\n1,2\n\\.", 1, 1, "FROM STDIN"),
    .init("COPY t TO STDOUT", 1, 1, "TO STDOUT"), .init("COPY (SELECT 1) TO stdout", 1, 1, "COPY"),
    .init("SELECT 1;\n\\restrict abc\n", 2, 1, "\\restrict"), .init("\\unrestrict abc", 1, 1, "\\unrestrict"),
    .init("\\connect other", 1, 1, "\\connect"), .init("\\c other", 1, 1, "\\c"), .init("\\i other.sql", 1, 1, "\\i"),
    .init("\\set a 1", 1, 1, "\\set"), .init("\\copy t from 'x'", 1, 1, "\\copy"), .init("SELECT 1 \\g", 1, 10, "\\g"),
    .init("SELECT 1 \\gexec", 1, 10, "psql"), .init("\\echo 'a;b'", 1, 1, "\\echo"), .init("\\.", 1, 1, "psql"),
    .init("\\if true", 1, 1, "\\if"), .init(".mode csv", 1, 1, "sqlite3", .sqlite),
    .init("SELECT 1;\n.read x", 2, 1, ".read", .sqlite),
    .init("SELECT 'a", 1, 8, "literal"), .init("SELECT 'a''", 1, 8, "never closed"),
    .init("SELECT E'a\\'", 1, 9, "literal"),
    .init("SELECT U&'a", 1, 10, "literal"), .init("SELECT \"a", 1, 8, "name"), .init("SELECT U&\"a", 1, 10, "name"),
    .init("SELECT $$a", 1, 8, "$$"), .init("SELECT $t$a$$", 1, 8, "$t$"),
    .init("SELECT 1;\n SELECT $t$ $T$", 2, 9, "$t$"),
    .init("SELECT 1 /* a", 1, 10, "comment"), .init("/* /* */", 1, 1, "comment"),
    .init("SELECT (1;", 1, 1, "parenthesis"),
    .init("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;", 1, 1, "body"),
    .init("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;", 1, 1, "body", .sqlite),
    .init("SELECT `a", 1, 8, "name", .sqlite), .init("SELECT [a", 1, 8, "name", .sqlite),
    .init("SELECT 1\u{0}", 1, 9, "zero byte"), .init("SELECT '\u{0}'", 1, 9, "zero byte"),
    .init("SELECT 'ü'; COMMIT", 1, 13, "COMMIT"),
  ]
}
