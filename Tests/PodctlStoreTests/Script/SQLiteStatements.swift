/// Statements of SQLite that are each one.
enum SQLiteStatements {
  static let all = [
    "SELECT 1", "SELECT ';'", "SELECT 'it''s;'", "SELECT 'a\\'", "SELECT \"a;b\"", "SELECT \"a\"\"b;\"",
    "SELECT `a;b`", "SELECT `a``b;`", "SELECT [a;b]", "SELECT ['\";]", "SELECT x'3b'", "SELECT X'3B;'",
    "SELECT ?1", "SELECT ?", "SELECT :a", "SELECT @a", "SELECT $a", "SELECT $a::b", "SELECT a$b",
    "SELECT /* ; */ 1", "SELECT /* /* ; */ 1", "SELECT -- ;\n 1", "SELECT -- '\n 1", "SELECT 1 - -1",
    "SELECT e'x;'", "SELECT CASE WHEN 1 THEN 2 END", "SELECT '$$;'", "SELECT a -> '$.b;c'", "SELECT a ->> '$[0]'",
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET n = 1; END",
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET n = 1; DELETE FROM c; END",
    "create temp trigger t after insert on a begin select 1; end",
    "CREATE TEMPORARY TRIGGER IF NOT EXISTS t INSTEAD OF UPDATE ON v BEGIN SELECT ';'; END",
    "CREATE TRIGGER t AFTER UPDATE ON a WHEN new.x > 1 BEGIN SELECT CASE WHEN 1 THEN 2 END; SELECT 3; END",
    "CREATE TRIGGER t AFTER DELETE ON a BEGIN SELECT RAISE(ABORT, 'no; never'); END",
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN -- END;\n SELECT 1; /* END; */ END",
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT \"end\"; SELECT [end;]; END",
    "CREATE TRIGGER \"begin\" AFTER INSERT ON \"end\" BEGIN SELECT 1; END",
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (CASE new.x WHEN 1 THEN 2 ELSE 3 END); END",
    "CREATE TABLE t (a text DEFAULT ';', CHECK (a <> ';')) STRICT", "CREATE TABLE t (a int) WITHOUT ROWID",
    "CREATE VIEW v AS SELECT ';' AS a", "CREATE INDEX i ON t (a) WHERE b = ';'", "CREATE VIRTUAL TABLE f USING fts5(a)",
    "PRAGMA user_version = 3", "PRAGMA foreign_keys", "SAVEPOINT a", "ROLLBACK TO a", "RELEASE a", "VACUUM",
    "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 5) SELECT n FROM s",
    "INSERT INTO t VALUES ('a;b'), (x'00'), (1.5e3)", "INSERT INTO t DEFAULT VALUES", "ATTACH ':memory:' AS x",
    "REPLACE INTO t VALUES (';')", "ALTER TABLE t RENAME TO \"u;v\"", "ANALYZE t", "REINDEX t",
    "SELECT 'ü;☃'", "UPDATE t SET a = ';' RETURNING a", "EXPLAIN QUERY PLAN SELECT ';'", "SELECT 0x3b, .5, 1e-3",
  ]
}
