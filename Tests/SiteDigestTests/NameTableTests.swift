import SiteDigest
import Testing

@Suite struct NameTableTests {
  @Test func numbersNamesInTheOrderInWhichTheyCome() {
    let names = (0..<1000).map { "name \($0 * $0 % 700)" }
    let bytes = names.flatMap { Array($0.utf8) }
    var distinct: [String] = []
    bytes.withUnsafeBytes { bytes in
      var table = NameTable()
      var start = 0
      for name in names {
        let place = start..<start + name.utf8.count
        start = place.upperBound
        let expected = distinct.firstIndex(of: name)
        let (number, isNew) = table.number(of: place, in: bytes)
        #expect(isNew == (expected == nil))
        #expect(number == expected ?? distinct.count)
        if isNew { distinct.append(name) }
      }
      #expect(table.places.count == distinct.count)
      for (number, name) in distinct.enumerated() {
        #expect(Array(name.utf8).withUnsafeBytes { table.known($0, in: bytes) } == number)
      }
      #expect(Array("name".utf8).withUnsafeBytes { table.known($0, in: bytes) } == nil)
    }
  }
}
