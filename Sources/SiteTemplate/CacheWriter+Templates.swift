import SiteCache
import SiteDigest
import SiteHTML
import SiteText

/// What fingerprints of templates are made of: different values have different bytes.
extension CacheWriter {
  mutating func write(_ message: Strings.Message) {
    switch message {
    case .plain(let pattern): write(pattern)
    case .plural(let patterns):
      write(patterns.count)
      for (category, pattern) in patterns.sorted(by: { $0.key < $1.key }) {
        write(category.rawValue)
        write(pattern)
      }
    }
  }

  private mutating func write(_ pattern: StringPattern) {
    write(pattern.parts.count)
    for part in pattern.parts {
      switch part {
      case .text(let text):
        write(0)
        write(text)
      case .argument(let index):
        write(1)
        write(index)
      }
    }
  }

  /// Of records only that there is one, and of lists how long they are: what is read of records
  /// later notes it itself, and what a list was made from is kept with the program.
  mutating func write(_ value: TemplateValue) {
    switch value {
    case .absent: write(0)
    case .text(let text):
      write(1)
      write(text.language.tag)
      write(text.text)
    case .html(let html):
      write(2)
      write(Fingerprint(of: html.bytes))
    case .url(let url):
      write(3)
      write(url)
    case .number(let number):
      write(4)
      write(number)
    case .flag(let flag): write(flag ? 6 : 5)
    case .date(let date):
      write(7)
      write(date.rfc3339)
      write(date.time != nil)
    case .json(let json):
      write(8)
      write(Fingerprint(of: json))
    case .list(let values):
      write(9)
      write(values.count)
    case .record: write(10)
    }
  }
}
