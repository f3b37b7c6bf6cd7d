@testable import SiteBuild

/// The pages of articles printed by their templates.
enum TemplateBenchmark {
  static func run(_ site: SampleSite) async -> Measurement {
    let pages = site.pages
    var measurement = Measurement(
      "pages of articles", floor: "a copy of their bytes", count: pages.count,
      bytes: pages.reduce(0) { $0 + $1.count })
    await measurement.measure {
      // One that has printed nothing yet, as at the start of a build.
      let renderer = PageRenderer(site: site.site, library: site.library)
      return await processorTime {
        for plan in site.articles { consume(renderer.render(plan).bytes) }
      }
    } floor: {
      await processorTime {
        for page in pages {
          var copy: [UInt8] = []
          copy.reserveCapacity(page.count)
          copy += page
          consume(copy)
        }
      }
    }
    return measurement
  }
}

extension SampleSite {
  /// The bytes of every article's page.
  var pages: [[UInt8]] {
    let renderer = PageRenderer(site: site, library: library)
    return articles.map { renderer.render($0).bytes }
  }
}
