import PodctlCore
import Testing

@Suite("Bytes that make a download")
struct DownloadThresholdTests {
  @Test(
    "the threshold is a minute after the header, the whole of a short file, and a guess where nothing is known",
    arguments: [
      (10_000_000, 600, nil, 0, 1_000_000), (10_000_001, 600, nil, 0, 1_000_001),
      (10_000_000, 600, 128, 1000, 1_000_900),
      (500_000, 59, 128, 0, 500_000), (500_000, 60, nil, 0, 500_000), (2_000_000, nil, 128, 500, 960_500),
      (900_000, nil, 128, 0, 900_000), (2_000_000, nil, nil, 0, 2_000_000), (nil, nil, 64, 100, 480_100),
      (nil, 30, nil, 100, 960_100), (1000, 600, nil, 5000, 1000),
    ] as [(Int64?, Int64?, Int64?, Int64, Int64)])
  func thresholds(_ size: Int64?, _ seconds: Int64?, _ kbps: Int64?, _ header: Int64, _ expected: Int64) {
    #expect(DownloadThreshold.bytes(size: size, seconds: seconds, kbps: kbps, header: header) == expected)
  }
}
