import Foundation
import PodctlCore

/// Puts a page on paper by WeasyPrint, a program that podctl can do without.
public struct PagePrinter: Sendable {
  private let program: InstalledProgram?
  private let scratch: String

  /// The process's variables: `PATH` says where programs are, `TMPDIR` where a page may lie for a moment.
  public init(variables: [String: String]) {
    program = InstalledProgram("weasyprint", in: variables)
    scratch = variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The bytes of a PDF of one self-contained page, the same each time for the same page and date. Throws
  /// `printer_missing`, `printing_failed` or `cannot_create_file`.
  public func pdf(of html: String, dated date: Instant) throws -> [UInt8] {
    guard let program else {
      throw PodctlError(
        .printerMissing, "a PDF is made by WeasyPrint, which is not installed",
        hint: "install it, or take --format html and print that from a browser",
        commands: ["pipx install weasyprint", "apt-get install weasyprint"])
    }
    guard let python = program.python else {
      throw PodctlError(
        .printerMissing, "\(program.path) is no script of a Python that is here, so it cannot be kept from fetching",
        hint: "install WeasyPrint as a package of Python, or take --format html and print that from a browser",
        commands: ["pipx install weasyprint", "apt-get install weasyprint"], context: [.init("program", program.path)])
    }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.html")
    let paper = folder.appendingPathComponent("page.pdf")
    try Data(html.utf8).write(to: page)
    // Its own clock stands still, so that the same page gives the same bytes.
    guard
      let ending = try? python.run(
        ["-I", "-c", Self.script, page.path, paper.path], adding: ["SOURCE_DATE_EPOCH": "\(date.seconds)"])
    else { throw failed("it could not be started") }
    guard ending.status != Self.withoutModule else {
      throw PodctlError(
        .printerMissing, "\(python.path), which runs \(program.path), does not find WeasyPrint",
        hint: "install it again, or take --format html and print that from a browser",
        commands: ["pipx install weasyprint", "apt-get install weasyprint"], context: [.init("python", python.path)])
    }
    guard ending.status == 0, let bytes = try? Data(contentsOf: paper),
      bytes.starts(with: Data("%PDF".utf8))
    else { throw failed(ending.complaints.split(separator: "\n").last.map(String.init) ?? "it gave no PDF") }
    return Array(bytes)
  }

  private static let withoutModule: Int32 = 69

  /// What is run in the place of WeasyPrint's command, whose options cannot keep it from reading files and asking servers: a
  /// fetcher that knows only what lies in the page. From version 68 on a fetcher is an object.
  private static let script = [
    "import sys",
    "try:",
    "    import weasyprint",
    "except ImportError:",
    "    import site",
    "    sys.path.append(site.getusersitepackages())",
    "    try:",
    "        import weasyprint",
    "    except ImportError:",
    "        sys.exit(\(withoutModule))",
    "try:",
    "    from weasyprint.urls import URLFetcher",
    "    fetcher = URLFetcher(allowed_protocols=['data'])",
    "except ImportError:",
    "    def fetcher(url, *rest, **more):",
    "        if url[:5].lower() != 'data:':",
    "            raise ValueError('podctl fetches nothing')",
    "        return weasyprint.default_url_fetcher(url, *rest, **more)",
    "with open(sys.argv[1], encoding='utf-8') as page:",
    "    weasyprint.HTML(string=page.read(), url_fetcher=fetcher).write_pdf(sys.argv[2])",
  ].joined(separator: "\n")

  private func failed(_ why: String) -> PodctlError {
    PodctlError(
      .printingFailed, "WeasyPrint made no PDF: \(why)", hint: "check it by itself: weasyprint --info",
      commands: ["weasyprint --info"])
  }

  private func temporaryFolder() throws -> URL {
    var name = Array("\(scratch)/podctl-page.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw PodctlError(
        .cannotCreateFile, "no folder for the page can be made in \(scratch)", hint: "check TMPDIR",
        context: [.init("folder", scratch)])
    }
    return URL(fileURLWithPath: String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}
