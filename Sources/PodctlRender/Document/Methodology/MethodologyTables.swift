import PodctlCore

/// The tables of a description of methodology.
enum MethodologyTables {
  static func reasons(_ methodology: Methodology) -> [Document.Block] {
    let total = methodology.lines
    let rows = LineReason.allCases.map { reason -> [DocumentTable.Cell] in
      let lines = methodology.reasons[reason] ?? 0
      let share = total == 0 ? "—" : FixedPoint.plain((lines * 1000 + total / 2) / total, digits: 1) + " %"
      return [
        DocumentTable.Cell(reason.rawValue), DocumentTable.Cell(reason.rule),
        DocumentTable.Cell(FixedPoint.grouped(lines)), DocumentTable.Cell(share),
      ]
    }
    let imported =
      methodology.imported == 0
      ? ""
      : " \(FixedPoint.grouped(methodology.imported)) downloads were counted by others and are in no row."
    return [
      .paragraph(
        "Each line ends with one reason: the first that fits, in this order. Filtered lines are those of the log files"
          + " that touch these days." + imported),
      .table(
        DocumentTable(
          caption: "",
          columns: [
            .init("Reason"), .init("Rule"), .init("Lines", isFigure: true), .init("Share", isFigure: true),
          ], rows: rows,
          total: ["All lines", "", DocumentTable.Cell(FixedPoint.grouped(total)), ""])),
    ]
  }

  static func lists(_ methodology: Methodology) -> [Document.Block] {
    let rows = methodology.lists.map { list -> [DocumentTable.Cell] in
      let age = list.importedAt.map { imported -> String in
        let days = (methodology.madeAt.seconds - imported.seconds) / 86_400
        return "\(days) \(days == 1 ? "day" : "days")"
      }
      return [
        DocumentTable.Cell(list.name, detail: list.firstDay.map { "applies from \($0)" }),
        DocumentTable.Cell(FixedPoint.grouped(list.entries)), DocumentTable.Cell(age ?? "—"),
        DocumentTable.Cell(list.sha256),
      ]
    }
    return [
      .paragraph("Entries are asked in the lists' order; an entry with a date applies from that day on."),
      .table(
        DocumentTable(
          caption: "",
          columns: [
            .init("List"), .init("Entries", isFigure: true), .init("Age", isFigure: true),
            .init("SHA-256", isHash: true),
          ], rows: rows)),
    ]
  }

  static func safe(_ methodology: Methodology) -> [Document.Block] {
    guard !methodology.safeNetworks.isEmpty else { return [.paragraph("The safe list is empty.")] }
    let rows = methodology.safeNetworks.map { safe -> [DocumentTable.Cell] in
      let days = (methodology.madeAt.seconds - safe.validatedAt.seconds) / 86_400
      return [
        DocumentTable.Cell(safe.network, detail: safe.note), DocumentTable.Cell("\(safe.addedAt)"),
        DocumentTable.Cell(
          days == 0 ? "today" : days == 1 ? "yesterday" : "\(days) days ago",
          detail: safe.isStale(at: methodology.madeAt) ? "look at it again" : nil),
      ]
    }
    return [
      .paragraph(
        "Shared addresses that are people. Each is looked at again every \(Methodology.SafeNetwork.validDays) days."),
      .table(
        DocumentTable(
          caption: "", columns: [.init("Network"), .init("Added", isDate: true), .init("Last validated")],
          rows: rows)),
    ]
  }

  static func sources(_ methodology: Methodology) -> [Document.Block] {
    guard !methodology.sources.isEmpty else { return [.paragraph("No log was read.")] }
    let rows = methodology.sources.map { source -> [DocumentTable.Cell] in
      [
        DocumentTable.Cell(source.format, detail: "\(source.rules), lists \(source.listVersion.prefix(12))"),
        DocumentTable.Cell(FixedPoint.grouped(source.files)), DocumentTable.Cell(FixedPoint.grouped(source.lines)),
        DocumentTable.Cell(source.firstAt.map { "\($0)" } ?? "—"),
        DocumentTable.Cell(source.lastAt.map { "\($0)" } ?? "—"),
      ]
    }
    return [
      .table(
        DocumentTable(
          caption: "",
          columns: [
            .init("Format"), .init("Files", isFigure: true), .init("Lines", isFigure: true),
            .init("First line", isDate: true), .init("Last line", isDate: true),
          ], rows: rows))
    ]
  }

  static func restatements(_ methodology: Methodology) -> [Document.Block] {
    let closed = methodology.reasons[.closed] ?? 0
    let late = Document.Block.paragraph(
      closed == 0
        ? "No line came after its window was closed."
        : "\(FixedPoint.grouped(closed)) lines came after their windows were closed and changed nothing.")
    guard !methodology.restatements.isEmpty else {
      return [.paragraph("No figure of these days changed after it had been reported."), late]
    }
    let rows = methodology.restatements.map { restated -> [DocumentTable.Cell] in
      [
        DocumentTable.Cell("\(restated.day)"), DocumentTable.Cell(restated.episode),
        DocumentTable.Cell(FixedPoint.grouped(restated.was)), DocumentTable.Cell(FixedPoint.grouped(restated.became)),
        DocumentTable.Cell("\(restated.changedAt)", detail: restated.cause),
      ]
    }
    return [
      .table(
        DocumentTable(
          caption: "",
          columns: [
            .init("Day", isDate: true), .init("Episode"), .init("Was", isFigure: true),
            .init("Became", isFigure: true), .init("Changed"),
          ], rows: rows)), late,
    ]
  }

  static func anomalies(_ methodology: Methodology) -> [Document.Block] {
    let found = methodology.anomalies
    guard !found.isEmpty else {
      return [
        .paragraph("Spikes of an address, re-downloads, watches, preloading, sudden agents and unusual days: none.")
      ]
    }
    let rows = found.prefix(50).map { anomaly -> [DocumentTable.Cell] in
      [
        DocumentTable.Cell("\(anomaly.day)"), DocumentTable.Cell(anomaly.kind.rawValue),
        DocumentTable.Cell([anomaly.show?.text, anomaly.subject].compactMap { $0 }.joined(separator: " ")),
        DocumentTable.Cell(
          FixedPoint.grouped(anomaly.number, digits: 2) + " " + anomaly.unit,
          detail: "from \(FixedPoint.grouped(anomaly.threshold, digits: 2)) on"),
        DocumentTable.Cell(anomaly.detail),
      ]
    }
    var blocks: [Document.Block] = [
      .table(
        DocumentTable(
          caption: "",
          columns: [
            .init("Day", isDate: true), .init("Kind"), .init("Of"), .init("Number", isFigure: true), .init("Detail"),
          ], rows: Array(rows)))
    ]
    if found.count > 50 { blocks.append(.note("\(found.count - 50) more: podctl podcast anomalies")) }
    blocks.append(
      .list(
        Anomaly.Kind.allCases.filter { kind in found.contains { $0.kind == kind } }.map {
          "\($0.rawValue): \($0.advice)"
        }))
    return blocks
  }
}
