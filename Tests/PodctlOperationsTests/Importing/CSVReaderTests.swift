import PodctlCore
import PodctlOperations
import PodctlTestSupport
import Testing

@Suite("Tables are read as RFC 4180 writes them, and as people do")
struct CSVReaderTests {
  private func read(_ text: String, delimiter: Character = ",") throws -> [[String]] {
    CSVReader(Array(text.utf8), delimiter: try #require(delimiter.asciiValue)).map(\.fields)
  }

  @Test("quotes, doubled quotes and line ends within a field")
  func quotes() throws {
    #expect(try read("a,\"b,\"\"c\"\"\",\"d\r\ne\"\r\nf,g,h\n") == [["a", "b,\"c\"", "d\r\ne"], ["f", "g", "h"]])
    #expect(try read("5\" disc,x\n") == [["5\" disc", "x"]])
    #expect(try read("a,b\rc,d") == [["a", "b"], ["c", "d"]])
    #expect(try read("a,\n") == [["a", ""]])
  }

  @Test("a row is known by the line on which it starts, line ends within quotes included")
  func lines() {
    let records = Array(CSVReader(Array("h,i\n\"a\nb\",c\r\n\nd,e\n".utf8), delimiter: 44))
    #expect(records.map(\.line) == [1, 2, 4, 5])
  }

  @Test("a quote that is never closed costs its own line only")
  func strayQuote() {
    let records = Array(CSVReader(Array("a,b\n\"c,d\ne,f\n".utf8), delimiter: 44))
    #expect(records.map { $0.problem == nil } == [true, false, true])
    #expect(records[2].fields == ["e", "f"] && records[2].line == 3)
  }

  @Test("a broken UTF-8 row is rejected by itself")
  func brokenRow() {
    let bytes = Array("a,b\nc,".utf8) + [0xC3, 0x28] + Array("\nd,e\n".utf8)
    let records = Array(CSVReader(bytes, delimiter: 44))
    #expect(records.map { $0.problem?.reason } == [nil, "not UTF-8 text", nil])
  }

  @Test("text after a closing quote is a problem of that row")
  func afterQuote() {
    let records = Array(CSVReader(Array("\"a\"b,c\nd,e\n".utf8), delimiter: 44))
    #expect(records.map { $0.problem == nil } == [false, true])
  }

  @Test("what the writer writes the reader reads back", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func roundTrip(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let alphabet = Array("ab \",;\t\n\r'é🎧=1-")
    for _ in 0..<200 {
      let records = (0...next(4)).map { _ in
        (0...next(4)).map { _ in String((0..<next(8)).map { _ in alphabet[next(alphabet.count)] }) }
      }
      let text = records.map(CSVWriter.line).joined()
      let read = CSVReader(Array(text.utf8), delimiter: 44).map { $0.fields.map { Array($0.utf8) } }
      #expect(read == records.map { $0.map { Array($0.utf8) } }, "seed \(seed): \(text.debugDescription)")
    }
  }
}
