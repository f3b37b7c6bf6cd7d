import SiteConcurrency
import Testing

@Suite struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 31, 32, 33, 1_000], [1, 2, 3, 8])
  func resultsKeepTheOrderOfTheElements(count: Int, jobs: Int) async {
    let squares = await Array(0..<count).concurrentMap(jobs: Jobs(jobs)) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test func lessThanOneJobCountsAsOne() {
    #expect(Jobs(0).count == 1)
    #expect(Jobs(-3).count == 1)
  }
}
