import SiteBuild
import SiteDiagnostics
import Synchronization

/// Shows on a terminal what a build that takes longer than a second is doing, in a line that
/// disappears when it is done.
final class Progress: Sendable {
  private let language: Wording.Language
  private let start = ContinuousClock.now
  private let isShown = Mutex(false)

  /// - Returns: nil where nobody watches.
  init?(in language: Wording.Language) {
    guard Console.Stream.error.isTerminal else { return nil }
    self.language = language
  }

  /// Takes note that a stage begins.
  func begin(_ stage: BuildReport.Stage) {
    let elapsed = ContinuousClock.now - start
    guard elapsed > .seconds(1) else { return }
    let seconds = elapsed.components.seconds
    let wording = Wording(
      en: "\(stage.wording.english) … (\(seconds) s)",
      ar: "\(stage.wording.arabic) … (\(seconds) ث)")
    isShown.withLock { isShown in
      Console.write(Self.emptyLine + wording[language], to: .error)
      isShown = true
    }
  }

  /// Clears the line.
  func end() {
    isShown.withLock { isShown in
      if isShown { Console.write(Self.emptyLine, to: .error) }
      isShown = false
    }
  }

  /// Back to the start of the line, and nothing in it (ECMA-48, EL).
  private static let emptyLine = "\r\u{1B}[K"
}

extension BuildReport.Stage {
  /// What is being done.
  var wording: Wording {
    switch self {
    case .changes: Wording(en: "looking for changes", ar: "البحث عن التغييرات")
    case .load: Wording(en: "reading the content", ar: "قراءة المحتوى")
    case .templates: Wording(en: "reading the templates", ar: "قراءة القوالب")
    case .assets: Wording(en: "reading images and files", ar: "قراءة الصور والملفات")
    case .markdown: Wording(en: "rendering the texts", ar: "تحويل النصوص")
    case .assemble: Wording(en: "putting the site together", ar: "تركيب الموقع")
    case .cards: Wording(en: "drawing social cards", ar: "رسم بطاقات المشاركة")
    case .check: Wording(en: "checking the site", ar: "فحص الموقع")
    case .pages: Wording(en: "making the pages", ar: "إنشاء الصفحات")
    case .index: Wording(en: "making the search index", ar: "إنشاء فهرس البحث")
    case .feeds: Wording(en: "making feeds and other files", ar: "إنشاء الخلاصات والملفات الأخرى")
    case .publish: Wording(en: "publishing", ar: "النشر")
    case .cache: Wording(en: "keeping what the next build can use", ar: "حفظ ما يفيد البناء التالي")
    }
  }
}
