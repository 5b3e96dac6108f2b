import PodctlCore
import SeededNumbers
import Testing

@Suite("What lets somebody in is not shown")
struct RedactionTests {
  static let texts: [(String, String)] = [
    (#"unknown command "postgres://u:PW@db.example/x""#, #"unknown command "postgres://u:***@db.example/x""#),
    ("postgresql://u:p%40ss@h:5432/x", "postgresql://u:***@h:5432/x"),
    ("see postgres://u:p@s/s@h/x.", "see postgres://u:***@h/x."),
    ("postgres://u:PW", "postgres://u:***"), ("https://u:PW@h/p?a=b", "https://u:***@h/p?***"),
    ("https://TOKEN@h/p", "https://***@h/p"), ("--feed=https://h/f.xml?token=T&x=1", "--feed=https://h/f.xml?***"),
    ("(https://h/f?token=T)", "(https://h/f?***)"), ("https://h/a#access_token=T", "https://h/a#***"),
    ("postgres://h/d?sslmode=require&password=P", "postgres://h/d?sslmode=require&***"),
    ("u:PW@db.example/x", "u:***@db.example/x"),
    ("smtps://USER:PW@mail:465", "smtps://USER:***@mail:465"), ("redis://:PW@h", "redis://:***@h"),
    ("POSTGRES://U:pW@H", "POSTGRES://U:***@H"), ("host=h password=PW user=u", "host=h password=*** user=u"),
    (#"password = 'a b\' c' host=h"#, "password = *** host=h"), ("PGPASSWORD=PW podctl", "PGPASSWORD=*** podctl"),
    ("--stripe-key=V x", "--stripe-key=*** x"), ("api_key=V&b=1", "api_key=***&b=1"),
    (#"{"client_secret":"V"}"#, #"{"client_secret":***}"#),
    ("Authorization: Bearer abc.def", "Authorization: Bearer ***"),
    ("authorization=Basic dTpw", "authorization=Basic ***"), ("bearer a1b2c3d4e5", "bearer ***"),
    ("key sk_live_T1, not", "key sk_live_***, not"), ("SK_TEST_abc", "SK_TEST_***"), ("rk_live_9", "rk_live_***"),
    ("whsec_abc", "whsec_***"), ("SG.abcdefghij.klm.", "SG.***."), ("ghp_abcdefgh1", "ghp_***"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.x", "eyJ***"),
  ]

  @Test("whatever it looks like", arguments: texts)
  func masked(_ text: String, _ shown: String) {
    #expect(Redaction.masked(text) == shown)
    #expect(Redaction.masked(shown) == shown)
  }

  @Test(
    "what lets nobody in stays",
    arguments: [
      "postgres://USER@HOST:PORT/NAME", "write sqlite:PATH or postgres://USER@HOST/NAME", "smtp://USER@HOST:587",
      "http://127.0.0.1:8080/x", "http://[::1]:80/", "https://hc-ping.com/UUID", "ann@kiln.example", "20000@15.00",
      "'Name <a@b.example>'", "mailto:a@b.example", "a key begins with sk_test_ or rk_test_", "sk_test_…, whsec_",
      "the password belongs in ~/.pgpass or PGPASSWORD", "work_order-12", "--stripe-key-file /etc/key",
      "-- podctl: lock_timeout=3s", "write key=500ms", "2026-11-02T08:00:00Z", "postgres://u@/d?host=/run/pg&port=5433",
      "postgres://h/d?sslrootcert=/etc/ca.pem&options=-c%20a%3Db",
      "docs/errors.md#usage", "a token is wanted: none", "line 3, column 7: x", "SG. Then", "bearer of news, here",
    ])
  func kept(_ text: String) { #expect(Redaction.masked(text) == text) }

  @Test("a word of the command line is known as a whole, wherever it turns up")
  func words() {
    let redaction = Redaction(words: [
      "campaign", "postgres://u:p w\"x@h/d", "--password", "hunter2", "--api-token=t0p", "--stripe-key-file",
      "abcdEFGH1234567890xy",
    ])
    #expect(redaction.masked("unknown \"postgres://u:p w\"x@h/d\"") == "unknown \"postgres://u:***@h/d\"")
    #expect(redaction.masked("unknown command 'hunter2'") == "unknown command '***'")
    #expect(redaction.masked("t0p is not, abcdefgh1234567890XY is not") == "*** is not, *** is not")
    #expect(redaction.masked("hunter22 campaign") == "hunter22 campaign")
    let decoded = Redaction(words: ["postgres://u:S3cr%40t%21@h"])
    #expect(decoded.masked("S3cr@t! and S3cr%40t%21") == "*** and ***")
    let whole = Redaction(words: ["postgres%3A%2F%2Fu%3Ahunter2%40h", "100%25"])
    #expect(whole.masked("\"postgres%3A%2F%2Fu%3Ahunter2%40h\" and 100%25") == "\"***\" and 100%25")
  }

  @Test("a key is told from the name of a file")
  func keys() {
    for key in ["sk_live_x", "rk_test_1", "whsec_1", "SG.x", "a1b2c3d4e5f6g7h8i9j0", "Ab3_defghijklmnopqrst-u"] {
      #expect(Redaction.looksLikeKey(key), "\(key)")
    }
    for name in [
      "stripe-live-key-of-2026-11", "/etc/podctl/stripe", "key", "sk_live_", "podctl_stripe_key_2.txt", "./SG",
    ] {
      #expect(!Redaction.looksLikeKey(name), "\(name)")
    }
  }

  @Test("an error is masked in all that it says")
  func error() {
    let url = "postgres://u:PW9@h/x"
    let error = Redaction().masked(
      PodctlError(.usage, "m \(url)", hint: "h \(url)", commands: ["c \(url)"], context: [.init("word", url)]))
    #expect(!"\(error)".contains("PW9") && error.context.first?.value == "postgres://u:***@h/x")
  }

  @Test("no proposal for a slug is made of an address or a key")
  func slugs() {
    for text in [
      "postgres://u:hunter2@h", "sk_live_Hunter2", "u:hunter2@h", "SG.hunter2", "password=hunter2",
      "postgres%3A%2F%2Fu%3Ahunter2%40h",
    ] {
      let error = #expect(throws: PodctlError.self) { try Slug(text) }
      #expect(error?.hint?.contains("hunter2") == false)
    }
    #expect((#expect(throws: PodctlError.self) { try Slug("Acme & Sons") })?.hint?.contains("\"acme-sons\"") == true)
  }

  @Test("random passwords in random addresses, in random sentences")
  func property() {
    let seed: UInt64 = 20_261_130
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    let letters = Array("abcXYZ0189-._~!$&()*+,;=:@/?#%[]^|{}")
    for _ in 0..<5000 {
      let secret = "Zq9" + String((0..<random.below(12)).map { _ in random.pick(letters) }) + "Zq9"
      let scheme = random.pick(["postgres", "postgresql", "smtp", "redis", "amqps", "mysql"])
      let word =
        "\(scheme)://\(random.pick(["u", "app.user", ""])):\(secret)@\(random.pick(["h", "db.example:5432"]))/x"
      let before = random.pick(["", "unknown command \"", "--database=", "(", "a b "])
      let behind = random.pick(["", "\"", ")", " is not", "\n", ", or"])
      for text in [Redaction.masked(before + word + behind), Redaction(words: [word]).masked(before + word + behind)] {
        #expect(!text.contains("Zq9"), "\(word) came to \(text)")
      }
    }
  }
}
