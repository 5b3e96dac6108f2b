import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("the console")
struct ConsoleTests {
  private let output = MemorySink()
  private let errors = MemorySink()

  @Test("data goes to standard output, words to standard error")
  func streams() throws {
    let console = Console(output: output, errors: errors)
    try console.data("data\n")
    console.note("note")
    console.success("made it", next: ["podctl a", "podctl b"])
    console.warn("careful")
    try console.flush()
    #expect(output.text == "data\n")
    #expect(errors.text == "note\ndone: made it\nnext: podctl a\n      podctl b\nwarning: careful\n")
  }

  @Test("quiet is silent on success, and still warns and fails")
  func quiet() {
    let console = Console(output: output, errors: errors, isQuiet: true)
    console.note("note")
    console.success("made it", next: ["podctl a"])
    console.warn("careful")
    console.fail(PodctlError(.usage, "wrong"), asJSON: false)
    #expect(errors.text == "warning: careful\nerror: wrong\n\ncode: usage\n")
  }

  @Test("data said before an error comes before it")
  func ordering() throws {
    let both = MemorySink()
    let console = Console(output: both, errors: both)
    try console.data("first\n")
    console.note("second")
    #expect(both.text == "first\nsecond\n")
  }

  @Test(
    "the words decide how an error is told",
    arguments: [
      (["a", "--json"], true), (["a", "--format", "json"], true), (["a", "--format=csv"], true),
      (["a", "--format", "table"], false), (["a", "--format", "markdown"], false), (["a", "--", "--json"], false),
      (["a", "--format"], false), (["a", "--format", "html"], false), (["a", "--format", "tsv"], true),
    ] as [([String], Bool)])
  func form(words: [String], isJSON: Bool) { #expect(OptionWords.wantsJSON(words) == isJSON) }

  @Test("without a terminal a question is refused, naming the option")
  func confirmation() throws {
    let folder = try ExampleFolder()
    let environment = Environment(
      now: { FixedTime.now }, ids: CountingIdentifiers(), variables: [:], arguments: [],
      workingDirectory: folder.path, home: folder.home)
    let settings = try Settings.resolve(GlobalOptions.parse([]), environment)
    let context = CommandContext(
      environment: environment, settings: settings, console: Console(output: output, errors: errors))
    #expect(try context.confirm("Go on?", YesOption.parse(["--yes"])))
    let slug = try Slug("acme")
    try context.confirm("Lose it?", losing: slug, ConfirmOption.parse(["--confirm", "acme"]))
    #expect {
      try context.confirm("Lose it?", losing: slug, ConfirmOption.parse(["--confirm", "other"]))
    } throws: { ($0 as? PodctlError)?.exit == .usage }
  }
}
