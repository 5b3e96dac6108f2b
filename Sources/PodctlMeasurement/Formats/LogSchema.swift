import PodctlCore

/// A format as a table: which columns hold what counting needs, and how they are written. A new format is a new table.
struct LogSchema: Sendable, Equatable {
  /// How a line is cut into values.
  enum Shape: Sendable, Equatable {
    case delimited(Delimiting)
    /// One JSON object a line; a column's name is the key, or keys joined by points.
    case json
  }

  struct Delimiting: Sendable, Equatable {
    enum Quoting: Sendable {
      case none
      /// A cell in quotes may hold the separator, and a quote written twice (RFC 4180).
      case doubled
      /// A cell in quotes or in brackets ends where quote or bracket is followed by the separator.
      case bracketed
    }

    var separator: UInt8
    var quoting: Quoting
    /// The first line names the columns.
    var hasHeader: Bool
    /// The names of columns by place where no line names them; the first that fits a log's lines is taken.
    var orders: [[String]] = []
  }

  struct Column: Sendable, Equatable {
    var field: LogField
    /// Names that the column goes by, the best first: what the log lacks of them is passed over.
    var names: [String]

    init(_ field: LogField, _ names: String...) {
      self.field = field
      self.names = names
    }
  }

  /// A value that no column has.
  struct Constant: Sendable, Equatable {
    var field: LogField
    var value: [UInt8]

    init(_ field: LogField, _ value: String) {
      self.field = field
      self.value = Array(value.utf8)
    }
  }

  var name: String
  var shape: Shape
  var columns: [Column]
  var constants: [Constant] = []
  var time = TimeForm.automatic
  /// The zone of times that do not name theirs.
  var zone = Zone.utc
  var escape = TextEscape.plain
  /// Rows have been counted by somebody else: each is a download.
  var isImported = false
  /// Columns by which a log is known to be of this format.
  var marks: [LogField] = [.address, .status]

  /// What a line must tell, one of each row.
  static let needed: [[LogField]] = [
    [.time, .date], [.address, .listener, .addressHash], [.method, .operation], [.status], [.path, .key, .url],
    [.bytes],
  ]
  /// The same for rows that are counted already.
  static let neededOfImported: [[LogField]] = [
    [.time, .date], [.address, .listener, .addressHash], [.path, .key, .url],
  ]

  /// What a line must tell in this format.
  var needed: [[LogField]] { isImported ? LogSchema.neededOfImported : LogSchema.needed }
}
