import SiteDiagnostics
import SiteModel
import SiteText

/// What can be wrong with the files that a text names.
extension Diagnostic {
  static func imageWithoutAlt(_ src: String, at location: SourceLocation) -> Diagnostic {
    let file = src.isEmpty ? "" : "src: \(src), "
    return Diagnostic(
      "missing-alt", at: location,
      Wording(
        en: "the picture has no alternative text for readers who cannot see it",
        ar: "ليس للصورة نصّ بديل لمن لا يراها"),
      fix: Wording(
        en: "write image: {\(file)alt: \"what the picture shows\"}",
        ar: "اكتب image: {\(file)alt: \"ما تُظهره الصورة\"}"))
  }

  static func imageWithoutFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "missing-key", at: location,
      Wording(en: "‘image’ names no file", ar: "لا تذكر «image» أي ملف"),
      fix: Wording(
        en: "write src: and the name of a picture in the folder",
        ar: "اكتب src: ثم اسم صورة في المجلد"))
  }

  static func notAnImage(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-an-image", at: location,
      Wording(en: "‘\(name)’ is not a picture", ar: "«\(name)» ليس صورة"),
      fix: Wording(
        en: "name a JPEG, PNG, WebP, AVIF or GIF file",
        ar: "اذكر ملف JPEG أو PNG أو WebP أو AVIF أو GIF"))
  }

  static func notAPDF(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-a-pdf", at: location,
      Wording(en: "‘\(name)’ is not a PDF file", ar: "«\(name)» ليس ملف PDF"),
      fix: Wording(
        en: "name a file that ends in .pdf; link others from the text",
        ar: "اذكر ملفًّا ينتهي بـ .pdf، وضع روابط غيره في النص"))
  }

  static func fileOutsideFolder(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "file-outside-folder", at: location,
      Wording(
        en: "‘\(name)’ is not in the work's folder", ar: "«\(name)» ليس في مجلد العمل"),
      fix: Wording(
        en: "copy the file into the folder and write its name alone",
        ar: "انسخ الملف إلى المجلد واكتب اسمه وحده"))
  }

  static func missingFile(
    _ name: String, folder: String, present: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "missing-file", at: location,
      Wording(
        en: "there is no file ‘\(name)’ in \(folder)", ar: "لا يوجد ملف «\(name)» في \(folder)"),
      fix: .didYouMean(name, among: present)
        ?? Wording(
          en: "put the file there, or delete the line", ar: "ضع الملف هناك، أو احذف السطر"))
  }

  static func unreadableImage(_ path: String) -> Diagnostic {
    Diagnostic(
      "unreadable-image", at: SourceLocation(path: path),
      Wording(
        en: "the picture's size cannot be read, so the file is damaged or of another type",
        ar: "تعذّرت قراءة أبعاد الصورة، فالملف تالف أو من نوع آخر"),
      fix: Wording(
        en: "export it again as JPEG, PNG, WebP or AVIF",
        ar: "صدّرها من جديد بصيغة JPEG أو PNG أو WebP أو AVIF"))
  }
}
