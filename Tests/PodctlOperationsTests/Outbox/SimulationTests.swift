import OutboxSimulation
import Testing

@Suite("Schedules of one and two faults")
struct SimulationTests {
  @Test("nothing is done twice, and every schedule ends done")
  func schedules() throws {
    let summary = try Simulation().play(400, seed: 20_261_125)
    #expect(summary.doubles.isEmpty, "\(summary.fault ?? "")")
    #expect(summary.endings == ["issued": 400], "\(summary.line) \(summary.fault ?? "")")
  }
}
