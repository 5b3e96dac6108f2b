import Foundation
import PodctlCore

/// Puts a page on paper by WeasyPrint, a program that podctl can do without.
public struct PagePrinter: Sendable {
  private let variables: [String: String]

  /// The process's variables: `PATH` says where programs are.
  public init(variables: [String: String]) { self.variables = variables }

  /// Where WeasyPrint is; nil where it is not installed.
  public var program: String? { InstalledProgram.path(of: "weasyprint", in: variables) }

  /// The bytes of a PDF of one self-contained page, the same each time for the same page and date. Throws
  /// `printer_missing`, `printing_failed` or `cannot_create_file`.
  public func pdf(of html: String, dated date: Instant) throws -> [UInt8] {
    guard let program else {
      throw PodctlError(
        .printerMissing, "a PDF is made by WeasyPrint, which is not installed",
        hint: "install it, or take --format html and print that from a browser",
        commands: ["pipx install weasyprint", "apt-get install weasyprint"])
    }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.html")
    let paper = folder.appendingPathComponent("page.pdf")
    try Data(html.utf8).write(to: page)
    let child = Process()
    child.executableURL = URL(fileURLWithPath: program)
    child.arguments = ["--quiet", "--encoding", "utf-8", page.path, paper.path]
    // Only what a program needs to run: no key of podctl's, and its own clock stands still.
    child.environment = variables.filter { ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR"].contains($0.key) }
      .merging(["SOURCE_DATE_EPOCH": "\(date.seconds)"]) { _, own in own }
    let words = Pipe()
    child.standardInput = nil
    child.standardOutput = words
    child.standardError = words
    do { try child.run() } catch { throw failed("it could not be started") }
    let said = String(decoding: words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    child.waitUntilExit()
    guard child.terminationStatus == 0, let bytes = try? Data(contentsOf: paper),
      bytes.starts(with: Data("%PDF".utf8))
    else { throw failed(said.split(separator: "\n").last.map(String.init) ?? "it gave no PDF") }
    return Array(bytes)
  }

  private func failed(_ why: String) -> PodctlError {
    PodctlError(
      .printingFailed, "WeasyPrint made no PDF: \(why)", hint: "check it by itself: weasyprint --info",
      commands: ["weasyprint --info"])
  }

  private func temporaryFolder() throws -> URL {
    let base = variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var name = Array("\(base)/podctl-page.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw PodctlError(
        .cannotCreateFile, "no folder for the page can be made in \(base)", hint: "check TMPDIR",
        context: [.init("folder", base)])
    }
    return URL(fileURLWithPath: String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}
