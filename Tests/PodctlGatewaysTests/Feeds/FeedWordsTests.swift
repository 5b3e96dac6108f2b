import PodctlCore
import Testing

@testable import PodctlGateways

@Suite struct FeedWordsTests {
  @Test(
    "a duration is seconds, minutes and seconds, or hours, minutes and seconds",
    arguments: [
      ("3723", 3723), ("62:03", 3723), ("1:02:03", 3723), ("01:02:03", 3723), ("00:00:59", 59), ("0", nil),
      ("0:00", nil),
      ("", nil), ("1:2:3:4", nil), ("1:60", nil), ("1:60:00", nil), ("1.5", nil), ("-5", nil), ("1h2m", nil),
      ("12:", nil),
      (":12", nil), ("1 : 2", nil), ("9999999999", nil), ("١٢", nil),
    ] as [(String, Int64?)])
  func durations(_ text: String, _ seconds: Int64?) { #expect(FeedDuration.seconds(text) == seconds) }

  @Test(
    "a date is read in the forms that feeds use",
    arguments: [
      ("Tue, 06 Oct 2026 05:30:00 GMT", "2026-10-06T05:30:00Z"),
      ("Tue, 6 Oct 2026 05:30:00 +0200", "2026-10-06T03:30:00Z"),
      ("Tue, 06 Oct 2026 05:30:00 -0430", "2026-10-06T10:00:00Z"),
      ("6 Oct 26 05:30 EST", "2026-10-06T10:30:00Z"),
      ("6 October 2026 05:30 PDT", "2026-10-06T12:30:00Z"),
      ("Tues, 06 Sept 2022 05:30:00 Z", "2022-09-06T05:30:00Z"),
      ("Fri, 06 Oct 2026 05:30:00 GMT (a wrong weekday)", "2026-10-06T05:30:00Z"),
      ("Tue,06 Oct 2026 05:30:00 GMT+2", "2026-10-06T03:30:00Z"),
      ("06-Oct-2026 05:30:00 +02:00", "2026-10-06T03:30:00Z"),
      ("2026-10-06T05:30:00Z", "2026-10-06T05:30:00Z"),
      ("2026-10-06T05:30:00.5+01:00", "2026-10-06T04:30:00.500000Z"),
      ("01 Jan 70 00:00:00 UT", "1970-01-01T00:00:00Z"),
      ("31 Feb 2026 05:30:00 GMT", nil), ("Tue, 06 Oct 2026", nil), ("Tue, 06 Oct 2026 25:00:00 GMT", nil),
      ("Tue, 06 Oct 2026 05:30:00 XYZ", nil), ("yesterday", nil), ("", nil), ("06 Okt 2026 05:30 GMT", nil),
      ("06/10/2026 05:30", nil),
    ] as [(String, String?)])
  func dates(_ text: String, _ instant: String?) {
    let found = FeedDate.instant(text)
    #expect(found?.instant.description == instant)
    #expect(found?.lacksZone != true)
  }

  @Test("a date without a zone is taken as UTC and says so")
  func withoutZone() {
    let found = FeedDate.instant("Tue, 06 Oct 2026 05:30:00")
    #expect(found?.instant.description == "2026-10-06T05:30:00Z")
    #expect(found?.lacksZone == true)
  }
}
