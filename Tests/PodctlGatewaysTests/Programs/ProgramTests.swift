import Foundation
import PodctlCore
import PodctlGateways
import PodctlTestSupport
import Testing

// One after another: a script that was just written cannot be run while another test, forking, still has it open.
@Suite("Programs that do a part of the work", .serialized)
struct ProgramTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The variables of a process on whose path a shell script stands under this name.
  private func variables(_ name: String, _ script: String) throws -> [String: String] {
    try folder.write("#!/bin/sh\n\(script)\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.file(name))
    return [
      "PATH": "\(folder.path):/usr/bin:/bin", "TMPDIR": folder.path, "PODCTL_STRIPE_KEY": "sk_test_kept",
      "DATABASE_URL": "postgres://kept@/podctl", "PGPASSWORD": "kept", "CREDENTIALS_DIRECTORY": "/kept", "LANG": "C",
    ]
  }

  @Test("a program gets nothing that is a key by its name or its value")
  func filtered() {
    let given = [
      "PATH": "/bin", "LANG": "C", "TERM": "xterm", "LESS": "FRX", "LESSKEYIN": "/k", "HOME": "/h", "PWD": "/w",
      "KEYMAP": "us", "MONKEY": "1", "SSH_AUTH_SOCK": "/s", "DISPLAY": ":0",
    ]
    let kept = [
      "PODCTL_STRIPE_KEY": "k", "PODCTL_SMTP_PASSWORD": "k", "PODCTL_ANYTHING": "k", "PGPASSWORD": "k",
      "PGSERVICE": "k", "DATABASE_URL": "k", "CREDENTIALS_DIRECTORY": "/k", "SMTP_PASSWORD": "k",
      "STRIPE_SECRET_KEY": "k",
      "SENDGRID_API_KEY": "k", "AWS_SECRET_ACCESS_KEY": "k", "GITHUB_TOKEN": "k", "db_password": "k",
      "SHADOW_URL": "postgres://u:pw@h/d", "HOOK": "whsec_abc", "BILLING": "sk_live_abc", "CONN": "host=h password=x",
    ]
    #expect(ProgramVariables.filtered(given.merging(kept) { $1 }) == given)
  }

  /// The same for WeasyPrint: a script whose first lines name a Python that does what `script` says.
  private func printer(
    _ script: String, head: (String) -> String = { "#!\($0)" }
  ) throws -> [String: String] {
    let variables = try variables("python3.11", script)
    try folder.write("\(head(folder.file("python3.11")))\nimport weasyprint\n", to: "weasyprint")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.file("weasyprint"))
    return variables
  }

  @Test(
    "WeasyPrint's own Python gets the page and a clock that stands still, and no key of podctl's",
    arguments: 0..<4)
  func printing(_ form: Int) throws {
    let variables = try printer(#"{ echo %PDF; cat "$4"; env; } > "$5""#) { python in
      [
        "#!\(python)", "#!/usr/bin/env python3.11", "#!/usr/bin/env -S python3.11 -s",
        "#!/bin/sh\n'''exec' \"\(python)\" \"$0\" \"$@\"\n' '''",
      ][form]
    }
    let paper = String(
      decoding: try PagePrinter(variables: variables).pdf(of: "<p>Ä</p>", dated: Instant(seconds: 86_400)),
      as: UTF8.self)
    #expect(paper.hasPrefix("%PDF\n<p>Ä</p>"))
    #expect(paper.contains("SOURCE_DATE_EPOCH=86400\n"))
    #expect(paper.contains("LANG=C\n"))
    #expect(!paper.contains("kept"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.sorted() == ["python3.11", "weasyprint"], "the page is not left behind")
  }

  @Test("a printer that fails is said with its own last words, however much it says before")
  func failing() throws {
    let variables = try printer(
      "head -c 300000 /dev/zero | tr '\\0' 'a' >&2; echo >&2; echo no font >&2; exit 3")
    let fault = #expect(throws: PodctlError.self) {
      _ = try PagePrinter(variables: variables).pdf(of: "", dated: Instant(seconds: 0))
    }
    #expect(fault?.code == .printingFailed)
    #expect(fault?.message == "WeasyPrint made no PDF: no font")
    let idle = try printer("exit 0")
    #expect(throws: PodctlError.self) { _ = try PagePrinter(variables: idle).pdf(of: "", dated: Instant(seconds: 0)) }
    let missing = #expect(throws: PodctlError.self) {
      _ = try PagePrinter(variables: ["PATH": "/nowhere"]).pdf(of: "", dated: Instant(seconds: 0))
    }
    #expect(missing?.code == .printerMissing)
  }

  @Test(
    "a printer whose Python or whose module is not there is missing, and so is one that cannot be kept from fetching")
  func unusable() throws {
    func fault(_ variables: [String: String]) throws -> PodctlError {
      try #require(throws: PodctlError.self) {
        try PagePrinter(variables: variables).pdf(of: "", dated: Instant(seconds: 0))
      }
    }
    let withoutModule = try fault(try printer("exit 69"))
    #expect(withoutModule.code == .printerMissing && withoutModule.message.contains("does not find WeasyPrint"))
    for head in [
      "#!/nowhere/bin/python3", "#!/bin/sh", "#!/bin/sh\nexec python3 -m weasyprint", "", "#!/usr/bin/env nopython",
    ] {
      let fault = try fault(try printer("exit 0") { _ in head })
      #expect(fault.code == .printerMissing && fault.message.contains("no script of a Python"), "\(head)")
    }
  }

  @Test("the desktop opens a file and may go on by itself, without podctl's keys")
  func opening() throws {
    let told = folder.file("told")
    // What it leaves running keeps its streams: podctl does not wait for that.
    let variables = try variables("xdg-open", "{ echo \"$1\"; env; } > \(told); sleep 3600 & echo $! > \(told).pid")
    try DesktopOpener(variables: variables).open("/some/report.html")
    let pid = try #require(Int32(try String(contentsOfFile: told + ".pid", encoding: .utf8).dropLast()))
    kill(pid, SIGKILL)
    let text = try String(contentsOfFile: told, encoding: .utf8)
    #expect(text.hasPrefix("/some/report.html\n"))
    #expect(!text.contains("kept"))
    let refusing = try self.variables("xdg-open", "exit 4")
    #expect(throws: PodctlError.self) { try DesktopOpener(variables: refusing).open("/some/report.html") }
    #expect(throws: PodctlError.self) { try DesktopOpener(variables: [:]).open("/some/report.html") }
  }
}
