import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Times of logs")
struct TimeReaderTests {
  private func read(_ text: String, _ form: TimeForm, _ zone: Zone = .utc) -> String? {
    var reader = TimeReader()
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      reader.read(bytes, form, zone: zone).map { Instant(seconds: $0).description }
    }
  }

  @Test(
    "are told by what they look like",
    arguments: [
      ("2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z"), ("2026-06-01T10:00:00.999Z", "2026-06-01T10:00:00Z"),
      ("2026-06-01t10:00:00z", "2026-06-01T10:00:00Z"), ("2026-06-01 10:00:00 UTC", "2026-06-01T10:00:00Z"),
      ("2026-06-01T10:00:00+02:00", "2026-06-01T08:00:00Z"), ("2026-06-01T10:00:00-0330", "2026-06-01T13:30:00Z"),
      ("2026-06-01T10:00:00,5+02", "2026-06-01T08:00:00Z"), ("01/Jun/2026:10:00:00 +0000", "2026-06-01T10:00:00Z"),
      ("1780308000", "2026-06-01T10:00:00Z"), ("1780308000.123", "2026-06-01T10:00:00Z"),
      ("1780308000123", "2026-06-01T10:00:00Z"), ("1780308000123456", "2026-06-01T10:00:00Z"),
      ("1780308000123456789", "2026-06-01T10:00:00Z"), ("0", "1970-01-01T00:00:00Z"),
      ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"),
    ])
  func automatic(_ text: String, _ expected: String) { #expect(read(text, .automatic) == expected) }

  @Test(
    "that are none are none",
    arguments: [
      "", "-", "2026-06-01", "2026-06-31T10:00:00Z", "2026-06-01T24:00:00Z", "2026-06-01T10:00:00+2",
      "2026-06-01T10:00:00 CET", "2026-06-01X10:00:00Z", "17803080001234567890", "99999999999999999999", "1e9", "-5",
      "1780308000.", "1780308000.x", "01/Foo/2026:10:00:00 +0000", "nan",
    ])
  func malformed(_ text: String) { #expect(read(text, .automatic) == nil) }

  @Test(
    "are read in the form that is said",
    arguments: [
      (TimeForm.unix(perSecond: 1000), "1000", "1970-01-01T00:00:01Z"),
      (.pattern(Array("MM/DD/YYYY hh:mm:ss".utf8)), "06/01/2026 10:00:00", "2026-06-01T10:00:00Z"),
      (.pattern(Array("DD.MM.YYYY, hh.mm.ss (UTC)".utf8)), "01.06.2026, 10.00.59 (UTC)", "2026-06-01T10:00:59Z"),
      (.pattern(Array("YYYYMMDDhhmmss".utf8)), "20260601100000", "2026-06-01T10:00:00Z"),
    ])
  func forms(_ form: TimeForm, _ text: String, _ expected: String) {
    #expect(read(text, form) == expected)
    #expect(read(text + " ", form) == nil)
  }

  @Test(
    "without a zone are those of the log's zone, through every change of clock",
    arguments: [
      ("Europe/Berlin", "2026-06-01T10:00:00", "2026-06-01T08:00:00Z"),
      ("Europe/Berlin", "2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z"),
      ("Europe/Berlin", "2026-10-25T01:59:59", "2026-10-24T23:59:59Z"),
      // Comes twice: the first is taken.
      ("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
      ("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
      // Never comes: as if the clock had not yet been put forward.
      ("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
      ("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),
      ("America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z"),
      ("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"),
      ("Asia/Kathmandu", "2026-01-01T00:00:00", "2025-12-31T18:15:00Z"),
    ])
  func zones(_ zone: String, _ text: String, _ expected: String) throws {
    #expect(read(text, .iso, try Zone(zone)) == expected)
  }
}
