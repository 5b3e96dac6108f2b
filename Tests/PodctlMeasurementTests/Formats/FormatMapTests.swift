import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Mapping files")
struct FormatMapTests {
  private static let minimal = """
    format = json
    time = t
    address = ip
    method = "GET"
    path = p
    status = s
    bytes = b

    """

  @Test("that ship are read, and their logs are counted")
  func shipped() throws {
    let ranged = [
      "bot 1", "counted 1", "duplicate 2", "malformed 1", "method 1", "probe 1", "status 1", "threshold 1",
      "unknown-path 1",
    ]
    let folder = FixtureLogs.root + "/formats/"
    let fastly = try FixtureLogs.counter(FormatMap.read(folder + "fastly.map")).count([.file(folder + "fastly.log")])
    #expect(fastly.reasonWords == ranged)
    #expect(fastly.logs[0].format == "fastly")
    let hosting = try FixtureLogs.counter(FormatMap.read(folder + "hosting.map")).count([.file(folder + "hosting.log")])
    // All its requests are GET by the map.
    let methodless = [
      "bot 1", "counted 1", "duplicate 2", "malformed 1", "probe 1", "status 1", "threshold 2", "unknown-path 1",
    ]
    #expect(hosting.reasonWords == methodless)
    #expect(hosting.words == ["a 2026-06-01 1"])
    #expect(hosting.logs[0].first == fastly.logs[0].first)
  }

  @Test(
    "name the line that cannot be used, and what to do",
    arguments: [
      ("adress = ip", "line 1", "address"), ("time", "line 1", "key = value"), ("time =", "line 1", "leave"),
      ("format = xml", "line 1", "csv"), (minimal + "time = u", "line 8", "once"),
      (minimal + "agent = ip", "line 8", "one field"), (minimal + "time-form = noon", "line 8", "YYYY"),
      (minimal + "time-form = YYYY-MM-DD hh:mm:ss Uhr", "line 8", "YYYY"),
      (minimal + "zone = Berlin", "line 8", "Europe/Berlin"), (minimal + "imported = maybe", "line 8", "yes or no"),
      ("time = t", "nothing says how", "format ="), ("format = json\ntime = t", "address", "address ="),
      ("format = delimited", "separator", "separator ="),
      ("format = csv\nheader = no\naddress = ip", "number", "from 1"),
      (minimal.replacing("time = t", with: "date = t"), "without clock", "clock ="),
      ("separator = ab\nformat = csv", "line 1", "tab"),
    ])
  func invalid(_ text: String, _ words: String, _ hint: String) {
    do {
      _ = try FormatMap.parse(text, name: "x.map")
      Issue.record("no error for \(text)")
    } catch {
      #expect(error.code == .formatMapInvalid)
      #expect(error.message.contains(words), "\(error.message)")
      #expect(error.hint?.contains(hint) == true, "\(error.hint ?? "")")
    }
  }

  @Test("read tables without a header by the columns' numbers, with constants and escapes")
  func numbered() throws {
    let map = try FormatMap.parse(
      """
      # nginx with a format of our own
      format = delimited
      separator = space
      header = no
      escape = backslash
      time = 2
      time-form = common
      address = 1
      method = "GET"
      path = 3
      status = "200"
      bytes = 4
      agent = 5
      """, name: "x.map")
    let line = #"192.0.2.1 [01/Jun/2026:10:00:00 +0000] /a.mp3 2000000 "Over\x63ast/1 (a b)""# + "\n"
    #expect(try FixtureLogs.count(line, map).words == ["a 2026-06-01 1"])
  }

  @Test("follow keys into objects, and take a hyphen and null for nothing")
  func nested() throws {
    let map = try FormatMap.parse(Self.minimal.replacing("= ip", with: "= client.net.ip"), name: "x.map")
    let log = """
      {"client":{"x":[{"ip":"9.9.9.9"}],"net":{"ip":"192.0.2.1","y":{}}},"t":1780308000,"p":"/a.mp3","s":200,"b":5}
      {"client":{"net":"192.0.2.1"},"t":1780308000,"p":"/a.mp3","s":200,"b":5}
      {"client":{"net":{"ip":null}},"t":1780308000,"p":"/a.mp3","s":200,"b":5}
      {"t":1780308000,"p":"/a.mp3","s":200,"b":5,"client":{"net":{"ip":"192.0.2.1"}}} x
      {"t":1780308000,"p":"/a.mp3","s":200,"b":"-","client":{"net":{"ip":"10.0.0.1, 192.0.2.1"}}}

      """
    #expect(try FixtureLogs.count(log, map).reasonWords == ["malformed 3", "no-agent 2"])
  }

  @Test("say which columns a log lacks")
  func lacking() throws {
    let map = try FormatMap.parse(Self.minimal.replacing("json", with: "csv"), name: "x.map")
    do {
      _ = try FixtureLogs.count("t,ip,p,s\n1,1,1,1\n", map)
      Issue.record("no error")
    } catch let error as PodctlError {
      #expect(error.code == .logUnreadable)
      #expect(error.hint == "it lacks b")
    }
  }

  @Test("read a CSV of which a row has a separator too many as malformed, not as shifted")
  func shifted() throws {
    let map = try FormatMap.parse(Self.minimal.replacing("json", with: "csv") + "agent = a", name: "x.map")
    let good = "1780308000,192.0.2.1,/a.mp3,200,2000000,\"Pod/1, \"\"x\"\"\"\n"
    let bad = "1780308000,192.0.2.1,/a.mp3,200,2000000,Pod/1, x\n"
    let torn = "1780308000,192.0.2.1,/a.mp3,200,2000000,\"Pod/1\n"
    let count = try FixtureLogs.count("t,ip,p,s,b,a\n" + good + bad + torn, map)
    #expect(count.reasonWords == ["counted 1", "malformed 2"])
  }

  @Test(
    "put together with other columns, as logs that were joined are, each part by its own header",
    arguments: [40, 1 << 20])
  func joined(_ rangeSize: Int) throws {
    let map = try FormatMap.parse(Self.minimal.replacing("json", with: "tsv") + "agent = a", name: "x.map")
    let one = "t\tip\tp\ts\tb\ta\n1780308000\t192.0.2.1\t/a.mp3\t200\t2000000\tPod/1\n"
    let other = "ip\ta\tb\ts\tp\tt\n192.0.2.2\tPod/1\t2000000\t200\t/a.mp3\t1780308000\n"
    var counter = try FixtureLogs.counter(map)
    counter.rangeSize = rangeSize
    let count = try counter.count([.memory(name: "x", bytes: Array((one + other + one).utf8))])
    #expect(count.reasonWords == ["counted 2", "duplicate 1"])
  }
}
