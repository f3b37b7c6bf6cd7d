import SiteTestSupport
import Testing

@testable import SiteCharts

/// The axes.
struct ScaleTests {
  struct Axis: Sendable {
    let values: [Double]
    let includesZero: Bool
    let ticks: [Double]
  }

  @Test(arguments: [
    // Heckbert's own example.
    Axis(values: [105, 543], includesZero: true, ticks: [0, 200, 400, 600]),
    Axis(values: [2.03, 2.17], includesZero: false, ticks: [2, 2.05, 2.1, 2.15, 2.2]),
    Axis(values: [0, 1], includesZero: true, ticks: [0, 1]),
    Axis(values: [3, 8], includesZero: true, ticks: [0, 2, 4, 6, 8]),
    Axis(values: [-40, 180], includesZero: false, ticks: [-100, 0, 100, 200]),
    Axis(values: [-5, -1], includesZero: true, ticks: [-5, -4, -3, -2, -1, 0]),
    Axis(values: [0], includesZero: true, ticks: [0, 1]),
    Axis(
      values: [7_556_000], includesZero: true, ticks: [0, 2e6, 4e6, 6e6, 8e6]),
    // A line that comes near zero is shown with it.
    Axis(values: [10, 90], includesZero: false, ticks: [0, 20, 40, 60, 80, 100]),
    Axis(values: [60, 90], includesZero: false, ticks: [60, 70, 80, 90]),
  ])
  func marksAreNiceNumbers(axis: Axis) {
    let isWhole = axis.values.allSatisfy { $0 == $0.rounded() }
    let scale = ValueScale(of: axis.values, includesZero: axis.includesZero, isWhole: isWhole)
    #expect(scale.ticks.map(\.number) == axis.ticks)
  }

  @Test func everyValueIsOnTheAxisAndTheMarksAreEven() {
    var random = SplitMix64(seed: 20_261_122)
    for _ in 0..<2000 {
      let sizes: [Double] = [1e-4, 0.1, 1, 300, 1e7]
      let size = sizes[Int.random(in: 0..<sizes.count, using: &random)]
      let values: [Double] = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Double.random(in: -1...3, using: &random) * size
      }
      let scale = ValueScale(
        of: values, includesZero: Bool.random(using: &random), isWhole: false)
      let positions = values.sorted().map(scale.position)
      #expect(positions.allSatisfy { (-1e-6...1 + 1e-6).contains($0) }, "\(values)")
      #expect(positions == positions.sorted(), "\(values)")
      let ticks = scale.ticks.map(\.number)
      #expect((2...10).contains(ticks.count), "\(values)")
      let steps = zip(ticks, ticks.dropFirst()).map { $1 - $0 }
      #expect(
        steps.allSatisfy { abs($0 - steps[0]) < steps[0] * 1e-6 }, "\(values): \(ticks)")
    }
  }

  @Test func namesThatAreShownDoNotMeet() {
    var random = SplitMix64(seed: 20_261_122)
    for count in 1...200 {
      let names = (0..<count).map { _ in
        String(repeating: "x", count: Int.random(in: 1...12, using: &random))
      }
      let axis = CategoryAxis(names, isProportional: false)
      for width in [17.0, 34] {
        let shown = axis.shown(in: width, margin: 3)
        #expect(!shown.isEmpty)
        let edges = shown.flatMap { index in
          let half = TextWidth.of(names[index]) / 2
          return [axis.positions[index] * width - half, axis.positions[index] * width + half]
        }
        #expect(edges == edges.sorted(), "\(names)")
        #expect(edges.first ?? 0 >= -3.5 && edges.last ?? 0 <= width + 0.5)
      }
    }
  }

  @Test func yearsStandAsFarApartAsTheyAre() {
    let axis = CategoryAxis(["2000", "2001", "2010"], isProportional: true)
    let positions = axis.positions
    #expect(abs((positions[2] - positions[0]) - 10 * (positions[1] - positions[0])) < 1e-9)
    let even = CategoryAxis(["2000", "2001", "أخرى"], isProportional: true).positions
    #expect(abs(even[2] + even[0] - 2 * even[1]) < 1e-9)
  }

  @Test func longTextIsParted() {
    #expect(TextWidth.lines(of: "one two three", within: 5) == ["one two", "three"])
    #expect(TextWidth.lines(of: "unbreakable x", within: 3) == ["unbreakable", "x"])
    #expect(TextWidth.lines(of: "", within: 3) == [])
  }
}
