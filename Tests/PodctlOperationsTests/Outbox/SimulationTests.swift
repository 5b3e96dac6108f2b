import OutboxSimulation
import Testing

@Suite("Schedules of one and two faults")
struct SimulationTests {
  @Test("nothing is done twice, and every invoice is issued in the end")
  func money() throws {
    let summary = try Simulation().play(ofMoney: 400, ofMail: 0, seed: 20_261_125)
    #expect(summary.isGood, "\(summary.line) \(summary.fault ?? "")")
    #expect(summary.invoices == ["issued": 400], "\(summary.line) \(summary.fault ?? "")")
  }

  @Test("nobody gets a mail twice, and each ends sent, taken back, refused, or in a doubt that is said")
  func mail() throws {
    let summary = try Simulation().play(ofMoney: 0, ofMail: 300, seed: 20_261_130)
    #expect(summary.isGood, "\(summary.line) \(summary.fault ?? "")")
    #expect(summary.mails["done", default: 0] > 300, "\(summary.line)")
  }
}
