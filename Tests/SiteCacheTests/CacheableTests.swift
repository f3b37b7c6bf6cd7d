import SiteCache
import Testing

@Suite struct CacheableTests {
  private func copy<Value: Cacheable>(_ value: Value) throws -> Value {
    var reader = CacheReader(value.cached)
    let copy = try Value(from: &reader)
    #expect(reader.isAtEnd)
    return copy
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min])
  func numbersComeBack(_ number: Int) throws {
    #expect(try copy(number) == number)
  }

  @Test func valuesComeBack() throws {
    #expect(try copy("أمن الحدود — border security") == "أمن الحدود — border security")
    #expect(try copy("") == "")
    #expect(try copy([true, false]) == [true, false])
    #expect(try copy([[1, 2], [], [3]]) == [[1, 2], [], [3]])
    #expect(try copy(String?.none) == nil)
    #expect(try copy(String?("")) == "")
    #expect(try copy(5..<9) == 5..<9)
    #expect(try copy(Set(["b", "a"])) == ["a", "b"])
  }

  @Test func equalSetsHaveEqualBytes() {
    let names = (0..<100).map { "name \($0)" }
    #expect(Set(names).cached == Set(names.reversed()).cached)
  }

  @Test func bytesThatAreCutShortAreRefused() {
    let bytes = [["one", "two"], ["three"]].cached
    for length in 0..<bytes.count {
      var reader = CacheReader(Array(bytes[..<length]))
      #expect(throws: CacheDamage.self) { try [[String]](from: &reader) }
    }
  }

  @Test func aCountBeyondTheBytesIsRefused() {
    var reader = CacheReader([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0])
    #expect(throws: CacheDamage.self) { try [String](from: &reader) }
  }
}
