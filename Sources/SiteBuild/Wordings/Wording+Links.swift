import SiteDiagnostics
import SiteModel
import SiteText

extension Wording {
  static func linkLeavesContent(_ destination: String) -> Wording {
    Wording(
      en: "the link ‘\(destination)’ leads out of the content folder",
      ar: "الرابط «\(destination)» يخرج من مجلد المحتوى")
  }

  static let stayInContent = Wording(
    en: "link to a folder or a file below ‘content/’",
    ar: "اربط بمجلد أو ملف داخل content/")

  static func linkNotFound(_ path: String) -> Wording {
    Wording(
      en: "no work and no file is at ‘\(path)’", ar: "لا يوجد عمل ولا ملف في «\(path)»")
  }

  /// - Parameter files: the paths of the language files of a work.
  static func languageFiles(_ files: [String]) -> Wording {
    let names = list(files.map { String($0.split(separator: "/").last ?? "") })
    return Wording(
      en: "that folder has these texts: \(names.english)",
      ar: "نصوص ذلك المجلد هي: \(names.arabic)")
  }

  /// - Parameters:
  ///   - near: folders of works whose names are like that of the link's target.
  ///   - folder: the folder of the work that has the link.
  static func nearestFolder(_ near: [String], from folder: String) -> Wording {
    didYouMean(
      near.filter { $0 != folder }.map { Destination.relativePath(from: folder, to: $0) })
      ?? Wording(
        en: "give the work's folder relative to this file, such as ‘../iraq-families/’",
        ar: "اكتب مسار مجلد العمل نسبةً إلى هذا الملف، مثل ../iraq-families/")
  }

  static func writeScheme(before address: String) -> Wording {
    Wording(en: "write https://\(address)", ar: "اكتب https://\(address)")
  }

  static func writeMailScheme(before address: String) -> Wording {
    Wording(en: "write mailto:\(address)", ar: "اكتب mailto:\(address)")
  }

  static func linkToUnpublished(_ path: String, _ status: WorkStatus) -> Wording {
    Wording(
      en: "‘\(path)’ is not published: its status is ‘\(status.rawValue)’",
      ar: "«\(path)» غير منشور: حالته «\(status.rawValue)»")
  }

  static func linkToScheduled(_ path: String, _ date: Timestamp) -> Wording {
    Wording(
      en: "‘\(path)’ is not published until \(date.isoDate), so this is not a link yet",
      ar: "«\(path)» لن يُنشر قبل \(date.isoDate)، فليس هذا رابطًا بعد")
  }

  static let leaveLink = Wording(
    en: "leave it: the link appears with that work",
    ar: "اتركه، فالرابط يظهر مع ذلك العمل")

  static func linkToExpired(_ path: String, _ date: Timestamp) -> Wording {
    Wording(
      en: "‘\(path)’ expired on \(date.isoDate), so this is no longer a link",
      ar: "انتهت مدة «\(path)» في \(date.isoDate)، فلم يعد هذا رابطًا")
  }

  static let removeLink = Wording(
    en: "take the link out, or give that work a later ‘expires’",
    ar: "احذف الرابط، أو أخّر «expires» في ذلك العمل")

  static let publishFirst = Wording(
    en: "publish that work first, or take the link out",
    ar: "انشر ذلك العمل أولًا أو احذف الرابط")

  static let leaveUnlessOver = Wording(
    en: "leave it where such a work is to appear, else take it out",
    ar: "اتركه إن كان عمل من ذلك سيظهر، وإلا فاحذفه")

  static let publishOrCopy = Wording(
    en: "publish that work first, or copy the picture into the folder of this one",
    ar: "انشر ذلك العمل أولًا، أو انسخ الصورة إلى مجلد هذا العمل")

  static func remoteImage(_ destination: String) -> Wording {
    Wording(
      en: "the image ‘\(destination)’ is not a file of the work",
      ar: "الصورة «\(destination)» ليست ملفًا من ملفات العمل")
  }

  static let copyImage = Wording(
    en: "copy the image into the work's folder and give its name",
    ar: "انسخ الصورة إلى مجلد العمل واكتب اسمها")

  static func imageNotFound(_ path: String) -> Wording {
    Wording(en: "no image is at ‘\(path)’", ar: "لا توجد صورة في «\(path)»")
  }

  static func notAPicture(_ name: String) -> Wording {
    Wording(
      en: "‘\(name)’ is no picture that pages can show",
      ar: "«\(name)» ليس صورة يمكن عرضها في الصفحات")
  }

  static let exportPicture = Wording(
    en: "export it as PNG, JPEG or WebP and give the new name",
    ar: "صدّره بصيغة PNG أو JPEG أو WebP واكتب الاسم الجديد")

  static let exportPictureOrLink = Wording(
    en: "to link to the file, remove the ‘!’; to show it, export it as PNG, JPEG or WebP",
    ar: "لربط الملف احذف علامة «!»، ولعرضه صدّره بصيغة PNG أو JPEG أو WebP")

  static func dataFileNotFound(_ name: String) -> Wording {
    Wording(en: "the work has no file ‘\(name)’", ar: "لا ملف للعمل باسم «\(name)»")
  }

  static let putDataBeside = Wording(
    en: "put the table beside the text as a CSV file",
    ar: "ضع الجدول إلى جانب النص في ملف CSV")

  static func notData(_ name: String) -> Wording {
    Wording(
      en: "charts are not drawn from files such as ‘\(name)’",
      ar: "لا تُرسم المخططات من ملفات مثل «\(name)»")
  }

  static let saveAsCSV = Wording(
    en: "save the table as CSV in UTF-8", ar: "احفظ الجدول بصيغة CSV وترميز UTF-8")

  static func nearestDataFile(to name: String, among files: [String]) -> Wording {
    if let near = didYouMean(name, among: files) { return near }
    guard !files.isEmpty else { return putDataBeside }
    let names = list(files, limit: longestList)
    return Wording(
      en: "the work has these files: \(names.english)",
      ar: "ملفات هذا العمل هي: \(names.arabic)")
  }

  /// Names that a message shows at most.
  static let longestList = 8

  static func nearestFile(to path: String, among files: [String], isImage: Bool) -> Wording {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let near = didYouMean(name, among: files) { return near }
    guard !files.isEmpty else {
      return isImage
        ? Wording(en: "put the image into the work's folder", ar: "ضع الصورة في مجلد العمل")
        : Wording(en: "put the file into the work's folder", ar: "ضع الملف في مجلد العمل")
    }
    let names = list(files, limit: longestList)
    return Wording(
      en: "the work has these files: \(names.english)",
      ar: "ملفات هذا العمل هي: \(names.arabic)")
  }
}
