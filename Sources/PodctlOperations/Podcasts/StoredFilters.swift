import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Lists out of the database, as counting reads them.
enum StoredFilters {
  /// One list's file. Throws `database_damaged`.
  static func file(_ list: StoredList, _ sets: FilterSetStore) throws -> FilterListFile {
    let bytes = try ListArchive.unpacked(try sets.content(of: list))
    guard let file = FilterListFile(name: list.name, bytes: bytes) else {
      throw PodctlError(.databaseDamaged, "the stored filter list \(list.name) has a name that podctl does not know")
    }
    return file
  }

  /// All lists of a set.
  static func files(of set: FilterSet, in database: Database) throws -> [FilterListFile] {
    try database.read { tx in try set.lists.map { try file($0, FilterSetStore(tx)) } }
  }
}
