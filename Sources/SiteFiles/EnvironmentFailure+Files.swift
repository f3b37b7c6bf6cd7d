import Glibc
import SiteDiagnostics

extension EnvironmentFailure {
  /// What was being done to a file when it failed.
  public enum Action: Sendable {
    case makeFolder
    case write
    case read
    case remove
    case replace
    case lock
  }

  /// What could not be done to a file, and why.
  ///
  /// - Parameter reason: a value of `errno`.
  public static func cannot(
    _ action: Action, _ path: RawPath, _ reason: Int32
  ) -> EnvironmentFailure {
    let path = path.text
    let why = String(cString: strerror(reason))
    let (english, arabic) =
      switch action {
      case .makeFolder: ("make the folder", "إنشاء المجلد")
      case .write: ("write", "كتابة الملف")
      case .read: ("read", "قراءة")
      case .remove: ("remove", "حذف")
      case .replace: ("replace", "استبدال")
      case .lock: ("lock", "قفل")
      }
    return EnvironmentFailure(
      path: path,
      message: Wording(
        en: "cannot \(english) ‘\(path)’: \(why)",
        ar: "تعذّر \(arabic) «\(path)»: \(arabicReason(reason) ?? why)"),
      fix: action == .read ? remedyForReading(reason) : remedyForWriting(reason))
  }

  /// The common values of `errno` in Arabic; nil for the others.
  private static func arabicReason(_ reason: Int32) -> String? {
    switch reason {
    case EACCES, EPERM: "لا إذن بذلك"
    case ENOENT: "لا يوجد ملف ولا مجلد بهذا الاسم"
    case ENOTDIR: "أحد أجزاء المسار ليس مجلدًا"
    case EISDIR: "هذا مجلد"
    case EEXIST: "الاسم مستعمل"
    case ENOTEMPTY: "المجلد ليس فارغًا"
    case ENOSPC: "امتلأ القرص"
    case EDQUOT: "استُنفدت حصة القرص"
    case EROFS: "نظام الملفات للقراءة فقط"
    case ENAMETOOLONG: "الاسم أطول مما يُسمح به"
    case EMFILE, ENFILE: "عدد الملفات المفتوحة بلغ الحد"
    case EBUSY: "الملف أو المجلد قيد الاستعمال"
    case EXDEV: "المساران على قرصين مختلفين"
    case EIO: "خطأ في قراءة القرص أو الكتابة عليه"
    case ELOOP: "الروابط الرمزية تدور حول نفسها"
    default: nil
    }
  }

  private static func remedyForReading(_ reason: Int32) -> Wording {
    switch reason {
    case EACCES, EPERM:
      Wording(
        en: "give the user that runs ctsite the right to read it",
        ar: "امنح المستخدم الذي يشغّل ctsite إذن القراءة")
    case EINVAL, EISDIR, ELOOP:
      Wording(
        en: "put an ordinary file in its place, or remove it",
        ar: "ضع مكانه ملفًّا عاديًّا أو احذفه")
    case ENOENT, ENOTDIR: Wording(en: "run the command again", ar: "أعد تنفيذ الأمر")
    case EMFILE, ENFILE:
      Wording(
        en: "raise the limit with ‘ulimit -n’, or use fewer jobs",
        ar: "ارفع الحد بالأمر ulimit -n أو قلّل عدد المهام المتوازية")
    default: checkDisk
    }
  }

  private static func remedyForWriting(_ reason: Int32) -> Wording {
    switch reason {
    case EACCES, EPERM, EROFS:
      Wording(
        en: "give yourself the right to write there, or choose another folder with --output",
        ar: "امنح نفسك صلاحية الكتابة هناك، أو اختر مجلدًا آخر بالخيار --output")
    case ENOSPC, EDQUOT:
      Wording(en: "free some disk space", ar: "وفّر مساحة على القرص")
    case ENOTDIR, EEXIST, ELOOP:
      Wording(
        en: "move the file of that name away, or choose another folder with --output",
        ar: "انقل الملف الذي يحمل هذا الاسم، أو اختر مجلدًا آخر بالخيار --output")
    default: checkDisk
    }
  }

  private static let checkDisk = Wording(
    en: "check the disk and the file system", ar: "افحص القرص ونظام الملفات")
}
