import SiteConcurrency
import Testing

struct ByteMemoTests {
  @Test func whatIsKeptIsNotMadeAgain() {
    let memo = ByteMemo(within: ByteMemo.Budget(limit: 1000))
    #expect(memo.bytes(for: 3) == nil)
    #expect(memo.bytes(for: 3) { [1, 2] } == [1, 2])
    #expect(memo.bytes(for: 3) { [9] } == [1, 2])
    #expect(memo.bytes(for: 4) { [9] } == [9])
  }

  /// An entry counts with 64 bytes for what is around it.
  @Test func memosThatShareABudgetKeepNoMoreThanItAllows() {
    let budget = ByteMemo.Budget(limit: 200)
    let memos = [ByteMemo(within: budget), ByteMemo(within: budget)]
    memos[0].keep(Array(repeating: 0, count: 100), for: 0)
    memos[1].keep(Array(repeating: 0, count: 100), for: 0)
    #expect(memos[0].bytes(for: 0)?.count == 100)
    #expect(memos[1].bytes(for: 0) == nil)
    #expect(memos[1].bytes(for: 0) { [7] } == [7])
  }
}
