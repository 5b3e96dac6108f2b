/// Asks patterns of agent lists on one thread; a pattern's machine is built when it is first asked.
struct PatternRunner {
  private var machines: [PatternMachine?] = []
  /// Whose patterns the machines are of. Others begin anew, so that a runner cannot mix lists up.
  private var owner: ObjectIdentifier?

  /// Whether a pattern, by its number among an owner's, matches anywhere in the text.
  mutating func matches(
    _ number: Int, of programs: [PatternProgram], owner: ObjectIdentifier, _ text: ByteSpan
  ) -> Bool {
    if self.owner != owner {
      self.owner = owner
      machines = Array(repeating: nil, count: programs.count)
    }
    if machines[number] == nil { machines[number] = PatternMachine(programs[number]) }
    return machines[number]!.matches(text)
  }
}
