import PodctlCore
import PodctlRender

/// The only way to the reader: data to standard output, in one buffer; everything else to standard error.
final class Console {
  private let output: any ByteSink
  private let errors: any ByteSink
  let layout: Layout
  private let errorsHaveColor: Bool
  private let isQuiet: Bool
  /// True where a script reads: notes and warnings wait for the end, so that an error stands alone on standard error.
  var holdsWords = false
  private var heldWords = ""
  /// False for a quiet command that changes something: its table is for people, and on success they want silence.
  var showsTables = true
  private let environment: Environment?
  private let redaction: Redaction
  private let pager: Pager?
  private let showsProgress: Bool
  private var progress: Progress?
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  init(
    output: any ByteSink, errors: any ByteSink, layout: Layout = .piped, errorsHaveColor: Bool = false,
    isQuiet: Bool = false, showsProgress: Bool = false, pager: Pager? = nil, environment: Environment? = nil
  ) {
    self.output = output
    self.errors = errors
    self.layout = layout
    self.errorsHaveColor = errorsHaveColor
    self.isQuiet = isQuiet
    self.showsProgress = showsProgress
    self.pager = pager
    self.environment = environment
    redaction = Redaction(words: environment?.arguments ?? [])
  }

  var hasColor: Bool { layout.hasColor }

  // MARK: Data

  /// Lists items in the chosen format. An empty list is said on standard error and is no failure.
  func emit<Item>(
    _ listing: Listing<Item>, _ items: [Item], _ options: OutputOptions, meta: [FieldValue.Entry] = [],
    empty: String = "nothing to list"
  ) throws {
    let format = options.chosen
    guard showsTables || format.isMachine else { return }
    let sheet = try Sheet(listing, items, shape: .list, format: format, fields: options.fields, meta: meta)
    if items.isEmpty { note(empty) }
    // Headings over nothing tell a person nothing; a script still gets its header or its empty list.
    if items.isEmpty, !format.isMachine { return }
    try page(sheet.rendered(as: format, layout))
  }

  /// Shows one thing in the chosen format.
  func emit<Item>(
    _ listing: Listing<Item>, one item: Item, _ options: OutputOptions, meta: [FieldValue.Entry] = []
  ) throws {
    let format = options.chosen
    guard showsTables || format.isMachine else { return }
    let sheet = try Sheet(listing, [item], shape: .single, format: format, fields: options.fields, meta: meta)
    try data(sheet.rendered(as: format, layout))
  }

  /// Text for people, which may be longer than their screen.
  func page(_ text: String) throws {
    if let pager, let environment, pager.isNeeded(for: text) {
      try flush()
      if pager.show(text, environment) { return }
    }
    try data(text)
  }

  func data(_ text: String) throws {
    var text = text
    try text.withUTF8 { try data(UnsafeRawBufferPointer($0)) }
  }

  func data(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try data($0) } }

  private func data(_ bytes: UnsafeRawBufferPointer) throws {
    buffer += bytes
    if buffer.count >= Console.bufferSize { try flush() }
  }

  /// Hands the buffer on; the launcher calls it at the end.
  func flush() throws {
    let bytes = buffer
    buffer = []
    try bytes.withUnsafeBytes { try output.write($0) }
  }

  // MARK: Words

  /// Something worth knowing that is no data.
  func note(_ message: String) {
    if !isQuiet { say(shown(message)) }
  }

  /// Something that may be wrong, though the command goes on; said even when quiet.
  func warn(_ message: String) { say(Ink.yellow.on("warning:", if: errorsHaveColor) + " " + shown(message)) }

  /// What has changed, and the commands to go on with.
  func success(_ message: String, next: [String] = []) {
    guard !isQuiet else { return }
    say(Ink.green.on("done:", if: errorsHaveColor) + " " + shown(message))
    for (index, command) in next.enumerated() { say((index == 0 ? "next: " : "      ") + shown(command)) }
  }

  /// A failure, in the words of the contract.
  func fail(_ error: PodctlError, asJSON: Bool) {
    write(asJSON ? ErrorText.json(error) : ErrorText.human(error, hasColor: errorsHaveColor))
  }

  /// A line of progress for a long work; it draws nothing unless standard error is a terminal.
  func beginProgress() -> Progress {
    endProgress()
    let progress = Progress { [errors, showsProgress] text in
      var text = text
      if showsProgress { text.withUTF8 { try? errors.write(UnsafeRawBufferPointer($0)) } }
    }
    self.progress = progress
    return progress
  }

  func endProgress() { progress?.end() }

  /// Asks on standard error and reads a line from standard input; nil at its end.
  func ask(_ question: String) -> String? {
    write(question)
    return readLine()
  }

  /// As a terminal may show it, and without what lets somebody in.
  private func shown(_ message: String) -> String { ErrorText.cleaned(redaction.masked(message)) }

  private func say(_ message: String) {
    if holdsWords { heldWords += message + "\n" } else { write(message + "\n") }
  }

  /// Says what was held; a command that fails never comes to it.
  func printDeferredMessages() {
    guard !heldWords.isEmpty else { return }
    write(heldWords)
    heldWords = ""
  }

  /// Data said so far comes first. A reader of standard error who has gone changes nothing.
  private func write(_ text: String) {
    try? flush()
    endProgress()
    var text = text
    text.withUTF8 { try? errors.write(UnsafeRawBufferPointer($0)) }
  }
}
