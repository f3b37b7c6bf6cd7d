import SiteCache
import SiteDiagnostics
import SiteDigest

/// A template of the schema, compiled with everything that it extends and includes.
struct EntryPoint: Sendable {
  let program: Program
  /// Tells whether the files that it is made of and the addresses of its assets are the same.
  private let source: Fingerprint
  /// The places of the strings that it uses.
  private let strings: [Int]

  init(program: Program, files: [SourceFile], strings: Set<Int>) {
    self.program = program
    self.strings = strings.sorted()
    var digest = CacheWriter()
    for file in files.sorted(by: { $0.path < $1.path }) {
      digest.write(file.path)
      digest.write(Fingerprint(of: file.bytes))
    }
    // Addresses of assets.
    for constant in program.constants { digest.write(constant) }
    digest.write(Fingerprint(of: program.literals))
    source = Fingerprint(of: digest.bytes)
  }

  /// Tells whether it prints the same in a language.
  ///
  /// - Parameters:
  ///   - messages: the strings of the language.
  ///   - decisions: what the specializer found to be known.
  ///   - literals: what it printed before any page.
  func fingerprint(
    in messages: [Strings.Message], specializedBy decisions: CacheWriter, to literals: [UInt8]
  ) -> Fingerprint {
    var digest = decisions
    digest.write(source)
    digest.write(Fingerprint(of: literals))
    for index in strings { digest.write(messages[index]) }
    return Fingerprint(of: digest.bytes)
  }
}
