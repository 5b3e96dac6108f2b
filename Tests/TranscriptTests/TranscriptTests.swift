import Foundation
import PodctlTestSupport
import Testing

@Suite("transcripts")
struct TranscriptTests {
  @Test("there are transcripts")
  func exist() { #expect(!Transcript.all.isEmpty) }

  // PODCTL_RECORD=1 writes what its first database prints in place of comparing; read the difference before committing it.
  @Test("a transcript prints the same on every database", arguments: Transcript.all, TestDatabase.kinds)
  func plays(transcript: Transcript, kind: TestDatabase.Kind) throws {
    guard transcript.kinds.contains(kind) else { return }
    let steps = try transcript.played(on: kind)
    if ProcessInfo.processInfo.environment["PODCTL_RECORD"] == "1" {
      if kind == transcript.kinds.first {
        try transcript.text(of: steps).write(to: transcript.url, atomically: true, encoding: .utf8)
      }
      return
    }
    for (step, expected) in zip(steps, transcript.steps) {
      #expect(step.expected == expected.expected, "\(transcript.name) on \(kind): $ \(step.command)")
    }
  }
}
