import Foundation
import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

/// With the program that PODCTL_BEAN_CHECK names, or the system's.
@Suite("beancount reads the exported journal", .timeLimit(.minutes(15)))
struct BeancountYearTests {
  private static let program = ProcessInfo.processInfo.environment["PODCTL_BEAN_CHECK"] ?? "/usr/bin/bean-check"

  private func check(_ text: String) throws -> (status: Int32, output: String) {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "year.beancount")
    try folder.write("", to: "said")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    // It would leave a cache beside the file.
    process.arguments = ["--no-cache", folder.file("year.beancount")]
    process.environment = ["LC_ALL": "C.UTF-8", "HOME": folder.path, "PATH": "/usr/bin:/bin"]
    process.standardInput = nil
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("said")))
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOfFile: folder.file("said"), encoding: .utf8))
  }

  /// Says what stands in each account after the year, to the last decimal: beancount lets a cent pass of its own accord.
  private func assertions(_ lines: [JournalLine]) -> [String] {
    JournalYear.balances(lines).sorted { $0.key < $1.key }.flatMap { path, sums in
      sums.sorted { $0.key < $1.key }.map { code, sum in
        let account = path.split(separator: ":").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return "2028-01-01 balance \(account.joined(separator: ":")) \(sum.decimal) ~ 0 \(code)\n"
      }
    }
  }

  @Test(
    "a seeded year balances to the cent, account by account as ours",
    .enabled(if: FileManager.default.isExecutableFile(atPath: program), "beancount is not installed"))
  func balances() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let lines = try JournalYear.lines(seed: seed)
    let books = BeancountText.journal(lines)
    let ours = assertions(lines)
    #expect(ours.count > 60)
    let right = try check(books + ours.joined())
    #expect(right.status == 0 && right.output.isEmpty, "seed \(seed): \(right.output)")
    // A cent less on one side of an entry is noticed, and a cent less in an account.
    let entry = "\n2027-12-31 * \"spoiled\"\n  Assets:Stripe  1.00 USD\n  Income:Credits  -0.99 USD\n"
    let torn = try check(books + entry)
    #expect(torn.status != 0 && torn.output.contains("does not balance"), "seed \(seed): \(torn.output)")
    let moved = try check(
      books + "\n2027-12-31 * \"moved\"\n  Assets:Stripe  0.01 USD\n  Income:Credits  -0.01 USD\n" + ours.joined())
    #expect(moved.status != 0 && moved.output.contains("Balance failed"), "seed \(seed): \(moved.output)")
  }
}
