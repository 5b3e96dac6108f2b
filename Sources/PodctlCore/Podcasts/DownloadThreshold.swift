/// The bytes of one path that make a download: its header and one minute of audio (PTMG 2.3, step 2).
public enum DownloadThreshold {
  /// Bits a second over a minute, in bytes, for one kilobit: 125 × 60.
  private static let minuteOfKilobit: Int64 = 7500
  /// A minute at 128 kbit/s, assumed where neither size nor bit rate is known.
  private static let assumedMinute: Int64 = 960_000

  /// Size and header in bytes, duration in seconds, bit rate in kilobits a second; nil where unknown.
  public static func bytes(size: Int64?, seconds: Int64?, kbps: Int64?, header: Int64) -> Int64 {
    let minute = kbps.map { $0 * minuteOfKilobit }
    guard let size else { return header + (minute ?? assumedMinute) }
    if let seconds {
      // Nobody can hear a minute of what is shorter than one: then the whole file is asked for.
      guard seconds >= 60 else { return size }
      let content = Int128(max(0, size - header)) * 60
      let part = (content + Int128(seconds) - 1) / Int128(seconds)
      return Int64(min(Int128(size), Int128(header) + part))
    }
    guard let minute else { return size }
    return min(size, header + minute)
  }
}
