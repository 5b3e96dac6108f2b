import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("an act that ends or removes what has delivered wants its name", .enabled(if: PodctlProcess.path != nil))
struct SevereActTests {
  private func world(_ kind: TestDatabase.Kind) throws -> ProcessWorld {
    let world = try ProcessWorld(kind)
    try world.did(["tenant", "create", "one", "--name", "One", "--zone", "UTC"])
    try world.did(["campaign", "sponsor", "add", "kettle", "--name", "Kettle", "--tenant", "one"])
    try world.did(["campaign", "create", "autumn", "--sponsor", "kettle", "--name", "Autumn", "--tenant", "one"])
    return world
  }

  private func status(_ world: ProcessWorld) throws -> [String] {
    try world.column("status", ["campaign", "show", "autumn", "--tenant", "one"])
  }

  @Test(
    "campaign cancel, without a terminal, takes --confirm with the slug and nothing else", arguments: TestDatabase.kinds
  )
  func cancel(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let before = try status(world)
    for words in [[], ["--yes"], ["--confirm", "autum"], ["--confirm", ""], ["--confirm", "one"]] {
      let ending = try world.run(["campaign", "cancel", "autumn", "--tenant", "one", "--json"] + words)
      let failure = try #require(Failure(ending.errors), "\(ending.errors)")
      #expect(ending.status == 64 && failure.code == "confirmation_needed")
      #expect(failure.commands == ["podctl campaign cancel autumn --tenant one --confirm autumn"])
      #expect(words != ["--yes"] || failure.message.contains("--yes is not enough"))
    }
    #expect(try status(world) == before)
    let done = try world.did(["campaign", "cancel", "autumn", "--tenant", "one", "--confirm", "autumn"])
    #expect(done.errors.contains("is now cancelled"))
    #expect(try status(world) == ["cancelled"])
    // Nothing more is ended by it, so that nothing is asked.
    #expect(try world.did(["campaign", "cancel", "autumn", "--tenant", "one"]).errors.contains("already cancelled"))
    // What is not there, or cannot be, is said before anything is asked.
    #expect(try world.run(["campaign", "cancel", "nowhere", "--tenant", "one"]).status == 66)
  }

  @Test(
    "on a terminal the slug is asked for", arguments: [("autumn\\n", "cancelled"), ("y\\n", "draft"), ("\\n", "draft")])
  func terminal(answer: String, standing: String) throws {
    let world = try world(.sqlite)
    let podctl = try #require(PodctlProcess.path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "printf '\(answer)' | script -qec \"'\(podctl)' campaign cancel autumn --tenant one\" /dev/null > shown",
    ]
    process.environment = world.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: world.folder.path)
    try process.run()
    process.waitUntilExit()
    let shown = try String(contentsOfFile: world.folder.file("shown"), encoding: .utf8)
    #expect(shown.contains("Type autumn to go on:") && shown.contains("will be called off for good"), "\(shown)")
    #expect(try status(world) == [standing], "\(shown)")
  }

  @Test("mild ones go on as before")
  func mild() throws {
    let world = try world(.sqlite)
    #expect(try world.run(["campaign", "pause", "autumn", "--tenant", "one"]).status == 65)
    #expect(try world.did(["tenant", "archive", "one", "--yes"]).status == 0)
  }

  @Test("tenant reset: what a demo tenant holds is lost by its slug alone")
  func reset() throws {
    let folder = try DemoHome.copy()
    func reset(_ words: [String]) throws -> PodctlProcess.Ending {
      try PodctlProcess.run(
        ["tenant", "reset", "quiet-hours"] + words, environment: folder.environment, in: folder.path)
    }
    for words in [[], ["--yes"], ["--confirm", "quiet"]] {
      let ending = try reset(words)
      #expect(ending.status == 64 && ending.errors.contains("podctl tenant reset quiet-hours --confirm quiet-hours"))
    }
    #expect(try reset(["--confirm", "quiet-hours"]).status == 0)
  }
}
