/// Statements of PostgreSQL that are each one, however many semicolons, quotes and comments are in them. The last token
/// is followed by nothing, so that what the reader gives is the text itself.
enum PostgresStatements {
  static let quoted = [
    "SELECT 1", "SELECT ';'", "SELECT 'a;b;c'", "SELECT 'it''s; fine'", "SELECT ''", "SELECT '''; '''",
    "SELECT 'a\\'", "SELECT 'a\\', ';\\'", "SELECT '--;'", "SELECT '/*;'", "SELECT '$$;'", "SELECT '\n;\n'",
    "SELECT 'a' || ';' || 'b'", "SELECT 'a'\n';b'", "SELECT 'a' -- c;'\n 'b;'", "SELECT 'ünïcode; ☃'",
    "SELECT E'\\';'", "SELECT e'\\';'", "SELECT E'a\\\\'", "SELECT E'\\\\\\';'", "SELECT E'a'';b'", "SELECT E'\\n;\\t'",
    "SELECT E'\\x3b;'", "SELECT E'a', 'b\\'",
    "SELECT E'\\u00e4;'", "SELECT E''", "SELECT E'\\\n;'",
    "SELECT U&'d\\0061t;a'", "SELECT u&'a;' UESCAPE '!'", "SELECT U&'a\\\\;'", "SELECT U&'it''s;'",
    "SELECT B'01'", "SELECT b'1' || B'0'", "SELECT X'ff;'", "SELECT x'3b'", "SELECT N'a;b'", "SELECT n'it''s;'",
    "SELECT some'x\\'", "SELECT type'a;'", "SELECT date'2026-01-01'", "SELECT interval '1 day;'",
    "SELECT \"a;b\"", "SELECT \"a\"\"b;\"", "SELECT \"'\" , ';'", "SELECT \"--;\"", "SELECT \"/*;\"", "SELECT \"a\\\"",
    "SELECT U&\"d\\0061t;a\"", "SELECT u&\"a;\" UESCAPE '!'", "SELECT \"\n;\"", "SELECT a.\"b;c\".\"d;e\"",
    "SELECT 1 AS \"semi;colon\"", "SELECT \"ü;\"", "SELECT e'a' 'b'", "SELECT E'\\\\' , ';'", "SELECT '\\' , E';\\''",
  ]

  /// The server reads the second piece with the escapes of the first; psql, which reads line by line, does not.
  static let continued = ["SELECT E'a'\n'\\';b'", "SELECT E'a' -- x\n\n '\\';b'"]

  static let dollars = [
    "SELECT $$a;b$$", "SELECT $$$$", "SELECT $$'$$", "SELECT $$--;\n$$", "SELECT $$/*;$$", "SELECT $$\n;\n$$",
    "SELECT $t$;$t$", "SELECT $t$;$$;$t$", "SELECT $t$ $T$ ; $t$", "SELECT $_$;$_$", "SELECT $a1$;$a1$",
    "SELECT $body$ $body; $body$", "SELECT $ü$;$ü$", "SELECT $$a$b$c;$$", "SELECT $q$ $1; $2 $q$",
    "SELECT $1", "SELECT $1, $2", "SELECT $12+$3", "SELECT a$b", "SELECT a$b$c", "SELECT a$$", "SELECT ü$x$",
    "SELECT 1 $$;$$", "SELECT '$$' , $$;$$", "SELECT $$ ' $$ , ';'", "SELECT $t$ $t $t$", "SELECT $t$$t$",
    "SELECT $a$ $b$ ; $b$ $a$", "SELECT $x$\\;$x$", "SELECT $x$ E'\\' ; $x$",
    "DO $$ BEGIN PERFORM 1; END $$", "DO LANGUAGE plpgsql $do$ BEGIN NULL; END; $do$",
    "DO $$ DECLARE a text := $q$;$q$; BEGIN EXECUTE 'SELECT '';'''; END $$",
    "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END; $$",
    "CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE sql AS $f$ SELECT ';'; SELECT $$;$$; $f$",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2'",
  ]

  static let commented = [
    "SELECT /* ; */ 1", "SELECT /* a /* ; */ ; */ 1", "SELECT /* /* /* ; */ */ */ 1", "SELECT /*/* ;*/;*/ 1",
    "SELECT /**/ 1", "SELECT /***/ 1", "SELECT /*;**/ 1", "SELECT /* ' ; */ 1", "SELECT /* $$ ; */ 1",
    "SELECT /* -- */ 1", "SELECT -- ;\n 1", "SELECT -- '\n 1", "SELECT -- $$\n 1", "SELECT --\n 1", "SELECT --;--;\n 1",
    "SELECT -- /* \n 1", "SELECT 2 */* ; */ 3", "SELECT 1 - -1", "SELECT 1 -/* ; */ 1", "SELECT 1--;\n+1",
    "SELECT 1 / 2", "SELECT 1 /2", "SELECT 5 /*a;*// 2", "SELECT '/*' /* ' ; */ , 1", "SELECT /* \n ; \n */ 1",
    "SELECT 1 + /* ü; */ 1", "SELECT a->b /* ; */ ->c", "SELECT 1 @-@ 2", "SELECT a #>> b",
  ]

  static let nested = [
    "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
    "CREATE RULE r AS ON UPDATE TO t DO ALSO (UPDATE a SET b = 1; NOTIFY x; DELETE FROM c)",
    "SELECT (1)", "SELECT ((1), (2))", "SELECT f(';', (g('(')))", "SELECT ')'", "SELECT '(' || (')')",
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END",
    "CREATE FUNCTION f() RETURNS int begin atomic select 1; select 2; end",
    "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
    "CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); END",
    "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC DELETE FROM t; END",
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 2 END END; END",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC; SELECT 1;; END",
    "CREATE FUNCTION f(a int DEFAULT (1)) RETURNS int BEGIN ATOMIC SELECT (a); END",
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 'END;'; SELECT $$END;$$; END",
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; -- END;\n SELECT 2; /* END; */ END",
    "CREATE FUNCTION \"begin\"() RETURNS int BEGIN ATOMIC SELECT 1; END",
    "CREATE FUNCTION f() RETURNS int RETURN 1", "CREATE FUNCTION f() RETURNS int RETURN (SELECT 1)",
    "CREATE FUNCTION f() RETURNS int RETURN CASE WHEN true THEN 1 END",
    "CREATE TABLE t (a int, b text DEFAULT ';')", "CREATE TABLE t (a int CHECK (a > 0), PRIMARY KEY (a))",
    "SELECT CASE WHEN true THEN 1 END", "SELECT CASE a WHEN ';' THEN 1 ELSE 2 END",
    "CREATE VIEW v AS SELECT 1 AS \"end\"",
    "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()",
    "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
    "CREATE SCHEMA s CREATE TABLE t (a int) CREATE VIEW v AS SELECT a FROM t",
    "INSERT INTO t VALUES ('a;b'), (E'c\\';'), ($$d;$$)", "WITH a AS (SELECT ';') SELECT * FROM a",
    "CREATE POLICY p ON t USING (a = current_setting('x;y', true))",
    "COMMENT ON TABLE t IS 'a; b -- c /* d'", "ALTER TABLE t ADD COLUMN a text DEFAULT $$;$$",
    "CREATE INDEX CONCURRENTLY i ON t (a) WHERE b = ';'", "SELECT a[1:2]", "SELECT (a).b", "SELECT ARRAY[';']",
    "SELECT a::text", "SELECT :'x'", "SELECT a @> b", "SELECT a ? b", "SELECT 1.5e10, .5, 1e-3, 1.e5, 0x1f",
    "SELECT 1;", "SAVEPOINT a", "ROLLBACK TO SAVEPOINT a", "ROLLBACK TO a", "RELEASE SAVEPOINT a",
    "SET LOCAL lock_timeout = '5s;'", "CALL p(';')", "EXPLAIN SELECT ';'", "LISTEN a", "NOTIFY a, ';'",
    "PREPARE q AS SELECT $1", "EXECUTE q(';')", "COPY t TO PROGRAM 'cat;'", "COPY t FROM '/tmp/a;b'", "TABLE t",
    "VALUES (1), (2)", "VACUUM t", "LOCK TABLE t IN SHARE MODE", "GRANT SELECT ON t TO \"r;s\"",
    "SELECT 'BEGIN'", "SELECT begin FROM t", "UPDATE t SET begin = 1, \"end\" = 2", "SELECT ctid, xmin FROM t",
  ]

  static var all: [String] {
    (quoted + continued + dollars + commented + nested).map { $0.hasSuffix(";") ? String($0.dropLast()) : $0 }
  }
}
