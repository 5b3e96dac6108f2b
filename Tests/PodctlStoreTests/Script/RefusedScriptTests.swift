import PodctlCore
import PodctlStore
import Testing

@Suite("A script that only a shell could run, or nobody, is refused")
struct RefusedScriptTests {
  @Test("with its place and a way out", arguments: RefusedScripts.all)
  func refused(_ refused: RefusedScripts) throws {
    let error = #expect(throws: PodctlError.self) {
      try ScriptReader.statements(of: refused.script, refused.dialect)
    }
    #expect(error?.code == .migrationInvalid)
    #expect(error?.message.contains(refused.says) == true, "\(error?.message ?? "")")
    #expect(
      error?.message.hasPrefix("line \(refused.line), column \(refused.column): ") == true, "\(error?.message ?? "")")
    #expect(error?.hint?.isEmpty == false)
  }

  @Test("bytes that are no UTF-8 are refused")
  func notText() {
    var reader = ScriptReader(ScriptSource([0x53, 0x27, 0xC3, 0x28, 0x27]), .postgres)
    #expect(throws: PodctlError.self) { try reader.next() }
  }

  @Test("a file that is not there, or is a folder, is said to be so")
  func files() throws {
    #expect((#expect(throws: PodctlError.self) { try ScriptSource(file: "/nonexistent.sql") })?.code == .fileNotFound)
    var folder = try ScriptSource(file: "/tmp")
    #expect((#expect(throws: PodctlError.self) { try folder.next() })?.code == .fileUnreadable)
  }
}
