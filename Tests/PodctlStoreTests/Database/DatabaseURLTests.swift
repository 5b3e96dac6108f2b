import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Database URLs")
struct DatabaseURLTests {
  @Test(
    "are read, and shown without a password",
    arguments: [
      ("sqlite:podctl.db", "sqlite:podctl.db"),
      ("sqlite:/var/lib/podctl.db", "sqlite:/var/lib/podctl.db"),
      ("sqlite:///var/lib/podctl.db", "sqlite:/var/lib/podctl.db"),
      ("sqlite::memory:", "sqlite::memory:"),
      ("postgres://ann:s3cret@db.example.com:5433/ads", "postgres://ann@db.example.com:5433/ads"),
      ("postgresql://ann:s3%2Fcret@db/ads?sslmode=require", "postgres://ann@db/ads"),
      ("postgres://ann@db/ads?password=s3cret", "postgres://ann@db/ads"),
      ("postgres://ann@/ads?host=/run/postgresql", "postgres://ann@/ads?host=/run/postgresql"),
    ])
  func reading(_ text: String, _ shown: String) throws {
    let url = try DatabaseURL(text)
    #expect(url.description == shown)
    #expect(!url.description.contains("s3"))
    #expect(url.dialect == (text.hasPrefix("sqlite") ? .sqlite : .postgres))
  }

  @Test(
    "are refused without being repeated",
    arguments: ["", "podctl.db", "mysql://u:s3cret@h/d", "sqlite:", "postgres://u:s3cret@h:port/d?nonsense=s3cret"])
  func refused(_ text: String) {
    let error = #expect(throws: PodctlError.self) { try DatabaseURL(text) }
    #expect(error?.code == .databaseURLInvalid)
    #expect(!"\(error as Any)".contains("s3cret"))
  }
}
