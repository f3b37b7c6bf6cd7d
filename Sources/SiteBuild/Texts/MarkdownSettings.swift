import SiteCache
import SiteCharts
import SiteDigest
import SiteMarkdown
import SiteModel
import SiteText

/// What texts are rendered by, apart from their files, in each language.
struct MarkdownSettings: Sendable {
  let options: [LanguageCode: MarkdownOptions]
  /// What charts are written by.
  let charts: [LanguageCode: ChartWriter]
  /// Tells whether the settings of a language are the same as in another build.
  let fingerprints: [LanguageCode: Fingerprint]

  /// - Parameter site: of what every text of the site depends on.
  init(
    _ configuration: SiteConfiguration, languages: [SiteLanguage], strings: InterfaceTexts,
    site: Fingerprint
  ) {
    var options: [LanguageCode: MarkdownOptions] = [:]
    var charts: [LanguageCode: ChartWriter] = [:]
    var fingerprints: [LanguageCode: Fingerprint] = [:]
    for language in languages {
      let labels = strings.markdownLabels(in: language.code)
      options[language.code] = MarkdownOptions(
        isolation: language.isolation, labels: labels, formatter: language.formatter,
        allowsRawHTML: configuration.allowsRawHTML)
      let chartLabels = strings.chartLabels(in: language.code)
      charts[language.code] = ChartWriter(
        formatter: language.formatter, isolation: language.isolation, labels: chartLabels)
      var cache = CacheWriter()
      cache.write(site)
      cache.write(labels.texts)
      cache.write(chartLabels.texts)
      fingerprints[language.code] = Fingerprint(of: cache.bytes)
    }
    self.options = options
    self.charts = charts
    self.fingerprints = fingerprints
  }
}
