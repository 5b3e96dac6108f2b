import Foundation
import PodctlCore
import PodctlGateways
import Testing

@Suite struct FeedReaderTests {
  static func fixture(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Fixtures/feeds")
    return try Array(Data(contentsOf: root.appending(path: name)))
  }

  static func feed(items: String, attributes: String = "", title: String = "Show") -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"\(attributes)>
      <channel><title>\(title)</title>\(items)</channel></rss>
      """.utf8)
  }

  static func problem(_ bytes: [UInt8]) -> PodctlError? {
    do {
      _ = try FeedReader.read(bytes)
      return nil
    } catch { return error }
  }

  @Test("a worked feed gives its episodes, keeps the good ones and says which are broken")
  func worked() throws {
    let feed = try FeedReader.read(FeedReaderTests.fixture("harbour.xml"))
    #expect(feed.title == "Harbour & Hull")
    #expect(feed.author == "Ida & the Pilots")
    #expect(feed.link == "https://harbour.example/")
    #expect(feed.language == "en-gb")
    #expect(
      feed.episodes == [
        EpisodeDraft(
          guid: "harbour-001", title: "Tides – part one", publishedAt: Instant("2026-10-06T05:30:00Z"),
          durationSeconds: 3723,
          files: [
            .init(path: "/2026/tides one.mp3", bytes: 48_123_456, mediaType: "audio/mpeg", host: "cdn.harbour.example"),
            .init(
              path: "/2026/tides-one.opus", bytes: 12_000_000, mediaType: "audio/opus", host: "cdn.harbour.example"),
          ]),
        EpisodeDraft(
          guid: "harbour-002", title: "Knots & <em>bends</em>", durationSeconds: 3723,
          files: [.init(path: "/2026/knots.mp3", bytes: nil, mediaType: "audio/mpeg", host: "cdn.harbour.example")]),
        EpisodeDraft(
          guid: "cdn.harbour.example/2026/fog.mp3", title: "Fog signals",
          publishedAt: Instant("2026-10-08T10:30:00Z"), durationSeconds: 3723,
          files: [.init(path: "/2026/fog.mp3", bytes: nil, mediaType: "audio/mpeg", host: "cdn.harbour.example")]),
      ])
    #expect(feed.rejects.map(\.position) == [3, 5, 6, 7])
    #expect(feed.rejects.map(\.line) == [31, 42, 47, 52])
    #expect(
      feed.rejects.map(\.reason) == [
        "it has no enclosure", "it has the same GUID as item 2",
        "its enclosure is no http or https address of a file", "its file has the same path as item 4's",
      ])
    #expect(feed.rejects.first?.title == "A post without sound")
    #expect(
      feed.notes.map { "\($0.position): \($0.reason)" } == [
        "2: its date \"the day before yesterday\" cannot be read",
        "4: it has no GUID; its enclosure's address stands in",
      ])
  }

  @Test("a feed that is not well-formed names the line and the column")
  func torn() throws {
    let problem = try #require(FeedReaderTests.problem(FeedReaderTests.fixture("torn.xml")))
    #expect(problem.code == .feedInvalid)
    #expect(problem.message.hasPrefix("the feed is not well-formed XML at line 5, column "))
    #expect(problem.context.first == .init("line", "5"))
  }

  @Test("a feed that ends in the middle is an error, not half a feed")
  func cutShort() throws {
    let whole = try FeedReaderTests.fixture("harbour.xml")
    for length in [whole.count / 3, whole.count / 2, whole.count - 8] {
      #expect(FeedReaderTests.problem(Array(whole.prefix(length)))?.code == .feedInvalid)
    }
  }

  @Test("entity definitions are refused, in whatever encoding they come")
  func entities() throws {
    let laughs = try FeedReaderTests.fixture("laughs.xml")
    #expect(FeedReaderTests.problem(laughs)?.code == .feedRefused)
    let text = String(decoding: laughs, as: UTF8.self)
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
      #expect(try FeedReaderTests.problem(Array(#require(text.data(using: encoding))))?.code == .feedRefused)
    }
    let hidden = text.replacing("<?xml version=\"1.0\"?>", with: "<!-- > [ ' -->\n<?xml-stylesheet href=\"<\"?>")
    #expect(FeedReaderTests.problem(Array(hidden.utf8))?.code == .feedRefused)
  }

  @Test("an encoding in which a definition could hide is not read", arguments: ["UTF-7", "IBM037", "UCS-4", "hz"])
  func oddEncodings(_ name: String) {
    let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?><rss><channel><title>T</title></channel></rss>"
    #expect(FeedReaderTests.problem(Array(text.utf8))?.code == .feedInvalid)
  }

  @Test("a DOCTYPE without definitions, and the word ENTITY in a text, are harmless")
  func harmless() throws {
    let feed = try FeedReader.read(
      Array(
        """
        <!DOCTYPE rss PUBLIC "-//Example//DTD RSS//EN" "http://127.0.0.1:9/rss.dtd">
        <rss><channel><title><![CDATA[<!ENTITY a "b">]]></title></channel></rss>
        """.utf8))
    #expect(feed.title == "<!ENTITY a \"b\">")
  }

  @Test(
    "another document says what it is",
    arguments: [
      ("<html><body/></html>", "a web page"), ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "an Atom feed"),
      ("<opml/>", "OPML"), ("<catalog/>", "<catalog>"),
    ])
  func wrongRoots(_ text: String, _ word: String) throws {
    let problem = try #require(FeedReaderTests.problem(Array(text.utf8)))
    #expect(problem.code == .feedInvalid)
    #expect(problem.message.contains(word))
  }

  @Test("what is no XML at all is told apart", arguments: ["", "   \n", "ID3\u{4}", "{\"a\":1}", "<rss"])
  func notXML(_ text: String) {
    #expect(FeedReaderTests.problem(Array(text.utf8))?.code == .feedInvalid)
  }

  @Test("an rss document without a channel is no feed")
  func noChannel() {
    #expect(FeedReaderTests.problem(Array("<rss><item/></rss>".utf8))?.code == .feedInvalid)
  }

  @Test("UTF-8 with a mark, UTF-16 and ISO 8859-1 read the same")
  func encodings() throws {
    let body = "<rss><channel><title>Café</title></channel></rss>"
    let utf8 = Array("\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\(body)".utf8)
    #expect(try FeedReader.read(utf8).title == "Café")
    let utf16 = try #require("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\(body)".data(using: .utf16))
    #expect(try FeedReader.read(Array(utf16)).title == "Café")
    let latin = try #require("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\(body)".data(using: .isoLatin1))
    #expect(try FeedReader.read(Array(latin)).title == "Café")
  }

  @Test("blank lines before the declaration are forgiven and still counted")
  func blankLines() {
    let problem = FeedReaderTests.problem(Array("\n\n<?xml version=\"1.0\"?>\n<rss><a></b></rss>".utf8))
    #expect(problem?.context.first == .init("line", "4"))
  }

  @Test("a prefix that the feed forgot to declare still says what is meant")
  func undeclaredPrefix() throws {
    let feed = try FeedReader.read(
      Array(
        """
        <rss><channel><title>T</title><item><guid>g</guid><itunes:duration>60</itunes:duration>
        <enclosure url="https://a.example/1.mp3"/></item></channel></rss>
        """.utf8))
    #expect(feed.episodes.first?.durationSeconds == 60)
  }

  @Test("a feed over 64 MiB is refused")
  func tooLarge() {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: FeedReader.maximumBytes + 1)
    #expect(FeedReaderTests.problem(bytes)?.code == .feedTooLarge)
  }

  @Test(
    "a feed of more than ten million bytes is read, whatever it is that makes it large",
    arguments: ["items", "text", "cdata", "comment", "umlauts"])
  func large(_ what: String) throws {
    let notes = "Notes of the show, line by line. "
    let long = String(repeating: notes, count: 12_500_000 / notes.utf8.count)
    func item(_ number: Int, _ more: String) -> String {
      "<item><title>Episode \(number)</title><guid>g\(number)</guid><enclosure url='https://a.example/\(number).mp3'/>"
        + "\(more)</item>\n"
    }
    let items =
      switch what {
      case "items": (1...2500).map { item($0, "<description>\(long.prefix(5000))</description>") }.joined()
      case "text": item(1, "<description>\(long)</description>") + item(2, "")
      case "cdata": item(1, "<description><![CDATA[\(long) <p>]] > ]]></description>") + item(2, "")
      case "comment": item(1, "<!-- \(long) - -->") + item(2, "")
      default:
        item(1, "<description><![CDATA[\(String(repeating: "ÄÖ€😀", count: 1_100_000))]]></description>") + item(2, "")
      }
    let bytes = FeedReaderTests.feed(items: items)
    #expect(bytes.count > 12_000_000)
    let feed = try FeedReader.read(bytes)
    #expect(feed.rejects.isEmpty && feed.episodes.count == (what == "items" ? 2500 : 2))
    #expect(feed.episodes.last?.title == (what == "items" ? "Episode 2500" : "Episode 2"))
  }

  @Test("a title that lies in pieces is whole, and lines are counted as before")
  func pieces() throws {
    let title = String(repeating: "Ä]-> ", count: 400_000)
    let bytes = FeedReaderTests.feed(
      items:
        "\n<item><title><![CDATA[\(title)]]></title><guid>g</guid><enclosure url='https://a.example/1.mp3'/></item>"
        + "\n<!--\(String(repeating: "x\n", count: 1_200_000))-->\n<item><title>b</title></item>")
    let feed = try FeedReader.read(bytes)
    #expect(feed.episodes.first?.title == String(title.dropLast()))
    #expect(feed.rejects.first?.line == 1_200_006)
  }

  @Test("what is still too long for the parser is told as a limit, and a large feed that is broken as broken")
  func limits() {
    let tag = FeedReaderTests.feed(items: "<item a='\(String(repeating: "x", count: 11_000_000))'></item>")
    let limit = FeedReaderTests.problem(tag)
    #expect(limit?.code == .feedTooLarge && limit?.message.contains("more than 10 MB at line 3") == true)
    let notes = String(repeating: "notes\n", count: 2_000_000)
    let broken = FeedReaderTests.problem(FeedReaderTests.feed(items: "<item><title>\(notes)</item>"))
    #expect(
      broken?.code == .feedInvalid && broken?.message.contains("at line 2000003") == true, "\(broken?.message ?? "")")
    let bomb = "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><title>\(notes)</title></channel></rss>"
    #expect(FeedReaderTests.problem(Array(bomb.utf8))?.code == .feedRefused)
  }

  @Test("ten thousand items are read")
  func manyItems() throws {
    let items = (1...10_000).map {
      "<item><title>Episode \($0)</title><guid>g\($0)</guid><enclosure url=\"https://a.example/\($0).mp3\"/></item>"
    }
    let feed = try FeedReader.read(FeedReaderTests.feed(items: items.joined()))
    #expect(feed.episodes.count == 10_000)
    #expect(feed.episodes.last?.title == "Episode 10000")
  }

  @Test("a length that is no number is noted and unknown")
  func oddLength() throws {
    let feed = try FeedReader.read(
      FeedReaderTests.feed(
        items: "<item><title>T</title><guid>g</guid><enclosure url='https://a.example/1.mp3' length='1,024'/></item>"))
    #expect(feed.episodes.first?.files.first?.bytes == nil)
    #expect(feed.notes.map(\.reason) == ["its length \"1,024\" is no number of bytes"])
  }

  @Test("random bytes and torn copies never crash the reader")
  func torture() throws {
    let seed = UInt64.random(in: .min ... .max)
    var state = seed
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let whole = try FeedReaderTests.fixture("harbour.xml")
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0...next() % 8 { bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next()) }
      do {
        let feed = try FeedReader.read(bytes)
        #expect(feed.episodes.count + feed.rejects.count <= 8, "seed \(seed)")
      } catch {
        #expect([.feedInvalid, .feedRefused].contains(error.code), "seed \(seed)")
      }
    }
  }
}
