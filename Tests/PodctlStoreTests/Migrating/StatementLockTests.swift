import PodctlStore
import Testing

@Suite("The locks that a statement takes")
struct StatementLockTests {
  static let cases: [(String, [String])] = [
    ("CREATE TABLE a (b int)", []), ("SELECT 1", []), ("GRANT SELECT ON a TO b", []),
    ("CREATE TABLE a (b int REFERENCES c (d))", ["SHARE ROW EXCLUSIVE on c"]),
    ("CREATE TABLE p PARTITION OF a FOR VALUES IN (1)", ["ACCESS EXCLUSIVE on a"]),
    ("CREATE INDEX i ON a (b)", ["SHARE on a"]), ("CREATE UNIQUE INDEX i ON ONLY s.a (b)", ["SHARE on s.a"]),
    ("CREATE INDEX CONCURRENTLY i ON a (b)", ["SHARE UPDATE EXCLUSIVE on a"]),
    ("DROP INDEX i, s.j", ["ACCESS EXCLUSIVE on i", "ACCESS EXCLUSIVE on s.j"]),
    ("DROP INDEX CONCURRENTLY IF EXISTS i", ["SHARE UPDATE EXCLUSIVE on i"]),
    ("DROP TABLE IF EXISTS a, \"B\" CASCADE", ["ACCESS EXCLUSIVE on a", "ACCESS EXCLUSIVE on B"]),
    ("TRUNCATE TABLE a", ["ACCESS EXCLUSIVE on a"]), ("ALTER TABLE a ADD COLUMN b int", ["ACCESS EXCLUSIVE on a"]),
    ("ALTER TABLE IF EXISTS ONLY s.a DROP COLUMN b", ["ACCESS EXCLUSIVE on s.a"]),
    ("ALTER TABLE a VALIDATE CONSTRAINT c", ["SHARE UPDATE EXCLUSIVE on a"]),
    ("ALTER TABLE a SET (fillfactor = 70)", ["SHARE UPDATE EXCLUSIVE on a"]),
    ("ALTER TABLE a ALTER COLUMN b SET STATISTICS 500", ["SHARE UPDATE EXCLUSIVE on a"]),
    ("ALTER TABLE a ATTACH PARTITION p FOR VALUES IN (1)", ["SHARE UPDATE EXCLUSIVE on a"]),
    (
      "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (d) NOT VALID",
      ["SHARE ROW EXCLUSIVE on a", "SHARE ROW EXCLUSIVE on c"]
    ),
    ("ALTER TABLE a VALIDATE CONSTRAINT c, ADD COLUMN d int", ["ACCESS EXCLUSIVE on a"]),
    ("ALTER TABLE a DISABLE TRIGGER t", ["SHARE ROW EXCLUSIVE on a"]),
    ("CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()", ["SHARE ROW EXCLUSIVE on a"]),
    ("CREATE POLICY p ON a USING (true)", ["ACCESS EXCLUSIVE on a"]), ("DROP POLICY p ON a", ["ACCESS EXCLUSIVE on a"]),
    ("VACUUM a", ["SHARE UPDATE EXCLUSIVE on a"]), ("VACUUM (FULL) a", ["ACCESS EXCLUSIVE on a"]),
    ("REINDEX TABLE a", ["SHARE on a"]), ("REINDEX TABLE CONCURRENTLY a", ["SHARE UPDATE EXCLUSIVE on a"]),
    ("REFRESH MATERIALIZED VIEW v", ["ACCESS EXCLUSIVE on v"]),
    ("REFRESH MATERIALIZED VIEW CONCURRENTLY v", ["EXCLUSIVE on v"]),
    ("LOCK TABLE a IN SHARE ROW EXCLUSIVE MODE", ["SHARE ROW EXCLUSIVE on a"]), ("LOCK a", ["ACCESS EXCLUSIVE on a"]),
    ("INSERT INTO a VALUES (1)", ["ROW EXCLUSIVE on a"]), ("UPDATE ONLY a SET b = 1", ["ROW EXCLUSIVE on a"]),
    ("DELETE FROM s.a", ["ROW EXCLUSIVE on s.a"]), ("COMMENT ON TABLE a IS 'x'", ["SHARE UPDATE EXCLUSIVE on a"]),
    ("CREATE STATISTICS s ON b, c FROM a", ["SHARE UPDATE EXCLUSIVE on a"]),
    ("CREATE RULE r AS ON INSERT TO a DO NOTHING", ["ACCESS EXCLUSIVE on a"]),
  ]

  @Test("are those of the documentation", arguments: cases)
  func locks(_ text: String, _ expected: [String]) throws {
    let statement = try #require(ScriptReader.statements(of: text, .postgres).first)
    #expect(statement.locks.map { "\($0.mode.rawValue) on \($0.table)" } == expected)
  }
}
