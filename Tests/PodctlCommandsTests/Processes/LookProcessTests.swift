import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("A tenant's look", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct LookProcessTests {
  @Test(
    "layouts and logos that run or fetch something are refused, and nothing is stored", arguments: TestDatabase.kinds)
  func refused(_ kind: TestDatabase.Kind) throws {
    let world = try SmallShow.world(kind)
    for layout in ["page", "mail"] {
      let own = try world.did(["tenant", "brand", "show", "--tenant", "one", "--layout", layout]).output
      try world.folder.write(own, to: "own.html")
      try world.folder.write(own.replacing("</body>", with: "<img src=x>\n</body>"), to: "bad.html")
      let bad = try world.run(["tenant", "brand", "set", "--tenant", "one", "--\(layout)-layout", "bad.html"])
      #expect(bad.status == 64 && bad.errors.contains("of the layout: src=\"x\" is no data: picture"))
      try world.did(["tenant", "brand", "set", "--tenant", "one", "--\(layout)-layout", "own.html"])
    }
    try world.folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script>a()</script></svg>", to: "bad.svg")
    let logo = try world.run(["tenant", "brand", "set", "--tenant", "one", "--logo", "bad.svg"])
    #expect(logo.status == 64 && logo.errors.contains("line 2 of the logo: <script>"))
    #expect(
      try world.did(["tenant", "brand", "show", "--tenant", "one", "--json"]).output.contains(#""logo_type":null"#))
  }

  @Test("what an older podctl stored is not used, and doctor says so", arguments: TestDatabase.kinds)
  func stored(_ kind: TestDatabase.Kind) throws {
    let world = try SmallShow.world(kind)
    let own = try world.did(["tenant", "brand", "show", "--tenant", "one", "--layout", "page"]).output
    #expect(try !world.run(["doctor"]).output.contains("look of one"))
    let database = try Database.open(DatabaseURL(world.urlText), for: .work, now: { FixedTime.now })
    let id = try TenantStore.find(slug: "one", in: database).id
    try database.write(for: id) { tx in
      let page = own.replacing("</body>", with: "<script>a()</script></body>")
      try BrandStore(tx).save(Brand(footer: "Quay 12", pageTemplate: page), now: FixedTime.now)
    }
    let examined = try world.run(["doctor"]).output
    #expect(examined.contains("warn  look of one: reports go out without it: line "))
    let report = try world.did(["report", "tenant", "--tenant", "one", "--week", "2026-W43", "--format", "html"])
    #expect(!report.output.contains("<script>") && report.output.contains("Quay 12"))
    #expect(report.errors.contains("<script> has no place in a layout; reports go out without it"))
  }
}
