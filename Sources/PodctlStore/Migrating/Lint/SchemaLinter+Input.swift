import Migrations
import PodctlCore

extension SchemaLinter {
  /// One file to look at.
  public struct Input {
    /// As findings call it.
    public let name: String
    /// Below its folder, as the runner calls it.
    let fileName: String
    /// Its name must be a migration's, and says when it runs.
    let isOfFolder: Bool
    /// Nil where the name is no migration's.
    let step: MigrationName?
    let open: () throws -> ScriptSource

    /// podctl's own files, every database's variants among them.
    public static var embedded: [Input] {
      EmbeddedMigrations.files.map { file in
        Input(name: file.name, fileName: file.name, isOfFolder: true) { ScriptSource(file.text) }
      }
    }

    /// A file in memory.
    public init(name: String, bytes: [UInt8]) {
      self.init(name: name, fileName: Input.last(of: name), isOfFolder: false) { ScriptSource(bytes) }
    }

    /// A file alone. Throws `file_not_found` or `file_unreadable` when it is read.
    public init(path: String) {
      self.init(name: path, fileName: Input.last(of: path), isOfFolder: false) { try ScriptSource(file: path) }
    }

    /// A file of a folder of migrations.
    public init(folder: String, fileName: String) {
      let path = folder + "/" + fileName
      self.init(name: path, fileName: fileName, isOfFolder: true) { try ScriptSource(file: path) }
    }

    private init(name: String, fileName: String, isOfFolder: Bool, open: @escaping () throws -> ScriptSource) {
      self.name = name
      self.fileName = fileName
      self.isOfFolder = isOfFolder
      step = try? MigrationName(fileName)
      self.open = open
    }

    private static func last(of path: String) -> String {
      path.split(separator: "/").last.map(String.init) ?? path
    }

    var variant: MigrationVariant? { step?.variant }

    /// The same for all variants of one step: where it lies, without what it is for.
    var key: String { variant.map { name.replacing(".\($0.rawValue).sql", with: ".sql") } ?? name }

    var order: MigrationOrder {
      MigrationOrder(
        isRepeatable: step?.kind == .repeatable, version: step?.version ?? 0, name: step?.name ?? fileName)
    }
  }
}
