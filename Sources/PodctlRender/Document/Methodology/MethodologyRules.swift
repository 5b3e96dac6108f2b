import PodctlCore

/// The rules of counting in words, as far as a tenant's settings change them.
enum MethodologyRules {
  static func listener() -> [Document.Fact] {
    [
      Document.Fact(
        "Listener",
        "Address and agent together. An IPv4 address is taken whole, an IPv4-mapped IPv6 address as its IPv4, any other"
          + " IPv6 address by its first 64 bits. Players behind one address are listeners of their own."),
      Document.Fact(
        "Download", "One for each listener and episode in a window, however many requests stand behind it."),
      Document.Fact(
        "Audience",
        "Distinct listeners over the stated days, each once; never added up over days, episodes or shows. Exact up to"
          + " ten million, beyond that an estimate with its error."),
      Document.Fact(
        "HLS",
        "Not counted: a playlist and its segments, of audio or of video, are files of no episode. PTMG 2.3 has rules"
          + " for them that are not applied."),
    ]
  }

  static func bytes(_ rules: CountingRules) -> [Document.Fact] {
    guard rules.profile == .iab else {
      return [
        Document.Fact(
          "Threshold", "None: these logs do not show what was sent. Downloads may be higher than a host's own.")
      ]
    }
    return [
      Document.Fact(
        "Threshold",
        "Header bytes (ID3) and 60 seconds' share of the rest, rounded up, for each path of an episode; the whole file"
          + " when it lasts under 60 seconds or its bit rate is unknown. One path is enough."),
      Document.Fact(
        "Ranges",
        "Requests of a listener are put together: the union of the bytes that were sent, over all files and runs. A"
          + " range that was broken off counts as far as it got."),
      Document.Fact(
        "206 without a range",
        "Its bytes have no place: they are added up, at most the file's size, and the same request logged twice is one."
      ),
      Document.Fact("HTTP", "GET with 200 or 206; 000 is a 206 that was cut short. HEAD and 304 never count."),
    ]
  }

  static func window(_ methodology: Methodology) -> [Document.Fact] {
    let tenant = methodology.tenant
    let window =
      switch tenant.counting.window {
      case .calendar: "Calendar day from 00:00 in \(tenant.zone)."
      case .firstTouch: "Rolling from the first touch: 24 hours from the first request, half-open."
      case .lastTouch: "Rolling from the last touch: 24 hours after the latest request."
      }
    let volume =
      tenant.counting.volumeLimit.map {
        "An address with more than \($0) downloads on a day counts for none, unless it is on the safe list."
      } ?? "No limit (none), though the guidelines ask for one; see the spikes among the anomalies."
    return [
      Document.Fact("Rules", tenant.counting.name),
      Document.Fact("Measurement window", window + " It is applied to all shows and periods alike."),
      Document.Fact("Days, weeks, months", "Cut in \(tenant.zone); the same cut reports and bills."),
      Document.Fact("Addresses with many downloads", volume),
      Document.Fact(
        "Late lines",
        "Taken until \(tenant.closesAfterDays) days after the later of the window's end and its day's first log; they"
          + " change the day they belong to. After that they are listed as closed and change nothing."),
      Document.Fact(
        "Order", "Counts do not depend on the order, splitting or repetition of log files; each file is taken whole."),
    ]
  }
}
