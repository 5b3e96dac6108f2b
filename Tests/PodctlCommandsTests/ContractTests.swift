import ArgumentParser
import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("every leaf keeps the contract")
struct ContractTests {
  @Test("the tree has leaves")
  func leavesExist() { #expect(Leaf.all.count >= 3) }

  // A synchronous root or leaf would print its usage and exit 0 in a release build.
  @Test("every command of the tree is asynchronous, the root first")
  func asynchronous() {
    func check(_ command: any ParsableCommand.Type) {
      #expect(command is any AsyncParsableCommand.Type, "\(command)")
      for child in command.configuration.subcommands { check(child) }
    }
    check(Podctl.self)
  }

  @Test("a leaf has an abstract and an example that starts with its own words and can be read", arguments: Leaf.all)
  func documented(leaf: Leaf) throws {
    let command = try #require(leaf.command, "\(leaf.type) is no PodctlCommand")
    #expect(!leaf.type.configuration.abstract.isEmpty)
    #expect(command.example.hasPrefix(leaf.words.joined(separator: " ")), "\(command.example)")
    #expect(throws: Never.self) { _ = try Podctl.parseAsRoot(leaf.exampleWords) }
  }

  @Test("help shows the example and opens nothing, whatever the settings are", arguments: Leaf.all)
  func help(leaf: Leaf) throws {
    let broken = ["DATABASE_URL": "not a database", "PODCTL_CONFIG": "/nonexistent/config.yaml"]
    let ending = try PodctlProcess.run(Array(leaf.words.dropFirst()) + ["--help"], environment: broken)
    #expect(ending.status == 0)
    #expect(ending.errors.isEmpty)
    #expect(ending.output.contains("USAGE: \(leaf.words.joined(separator: " "))"))
    #expect(ending.output.contains(try #require(leaf.command).example))
  }

  @Test("a noun without a verb shows its help", arguments: Podctl.configuration.subcommands.map { $0._commandName })
  func nouns(noun: String) throws {
    guard Leaf.all.first(where: { $0.words == ["podctl", noun] }) == nil else { return }
    let ending = try PodctlProcess.run([noun])
    #expect(ending.status == 0 && ending.output.contains("USAGE: podctl \(noun)"))
  }

  @Test(
    "in JSON, standard output is JSON or empty, and a failure is one line of JSON with the exit status",
    arguments: Leaf.all.filter(\.takesOutputOptions))
  func failsInJSON(leaf: Leaf) throws {
    let words = leaf.exampleWords.filter { $0 != "--json" } + ["--database", "sqlite:/nonexistent/x.db", "--json"]
    let folder = try ExampleFolder()
    let ending = try PodctlProcess.run(words, in: folder.path)
    if !ending.output.isEmpty {
      #expect(throws: Never.self) { _ = try JSONSerialization.jsonObject(with: Data(ending.outputBytes)) }
    }
    if ending.status == 0 { return }
    #expect(ending.errors.split(separator: "\n").count == 1, "\(ending.errors)")
    let error = try #require(Failure(ending.errors), "\(ending.errors)")
    #expect(error.exit == ending.status)
    #expect(ErrorCode(rawValue: error.code)?.exit.rawValue == ending.status)
  }

  @Test("an option that does not exist is told in the chosen form, with 64", arguments: Leaf.all)
  func unknownOption(leaf: Leaf) throws {
    let words = Array(leaf.words.dropFirst()) + ["--no-such-option", "--format", "ndjson"]
    let ending = try PodctlProcess.run(words)
    #expect(ending.status == 64 && ending.output.isEmpty)
    #expect(try #require(Failure(ending.errors)).code == "usage")
  }
}

/// The one line of JSON that a failure is.
struct Failure: Decodable {
  var code: String
  var message: String
  var hint: String?
  var commands: [String]
  var exit: Int32
  var context: [String: String]

  private struct Envelope: Decodable { var error: Failure }

  init?(_ text: String) {
    guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(text.utf8)) else { return nil }
    self = envelope.error
  }
}
