import PodctlCore

/// A report as a tree of blocks, before any format has been chosen. Text is plain; each renderer escapes for itself.
public struct Document: Sendable, Hashable {
  /// The page's title and an email's subject.
  public var title: String
  public var masthead: Masthead
  public var sections: [Section]
  /// Small print that every page ends with.
  public var footer: [String]
  /// The tenant's own look; nil for podctl's.
  public var brand: Brand?

  public init(title: String, masthead: Masthead, sections: [Section], footer: [String]) {
    self.title = title
    self.masthead = masthead
    self.sections = sections
    self.footer = footer
  }

  /// What stands above everything else.
  public struct Masthead: Sendable, Hashable {
    public var kicker: String
    public var heading: String
    public var subheading: String
    public var facts: [Fact]
    public var verdict: Verdict?

    public init(kicker: String, heading: String, subheading: String, facts: [Fact], verdict: Verdict?) {
      self.kicker = kicker
      self.heading = heading
      self.subheading = subheading
      self.facts = facts
      self.verdict = verdict
    }
  }

  /// A name and what it stands for.
  public struct Fact: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// How things stand, in a word and a sentence or two.
  public struct Verdict: Sendable, Hashable {
    public var tone: Tone
    public var word: String
    public var sentence: String

    public init(tone: Tone, word: String, sentence: String) {
      self.tone = tone
      self.word = word
      self.sentence = sentence
    }
  }

  /// How a thing is meant; it only stresses what sign and words say already.
  public enum Tone: String, Sendable, Hashable, CaseIterable { case good, caution, bad, neutral }

  public struct Section: Sendable, Hashable {
    /// A short name for links, unique in the document.
    public var id: String
    public var title: String
    public var blocks: [Block]

    public init(id: String, title: String, blocks: [Block]) {
      self.id = id
      self.title = title
      self.blocks = blocks
    }
  }

  public enum Block: Sendable, Hashable {
    case paragraph(String)
    case note(String)
    case list([String])
    case facts([Fact])
    case cards([Card])
    case line(LineChart)
    case bars(BarChart)
    case table(DocumentTable)
    /// A command as it is typed.
    case command(String)
  }
}
