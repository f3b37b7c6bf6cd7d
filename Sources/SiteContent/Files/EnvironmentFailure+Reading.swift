import Glibc
import SiteDiagnostics

extension EnvironmentFailure {
  /// What the system's error number says about a file that cannot be read.
  static func reading(_ path: String, error: Int32) -> Self {
    switch error {
    case EACCES, EPERM:
      Self(
        path: path,
        message: Wording(
          en: "no permission to read ‘\(path)’", ar: "لا إذن بقراءة «\(path)»"),
        fix: Wording(
          en: "give the user that runs ctsite the right to read it",
          ar: "امنح المستخدم الذي يشغّل ctsite إذن القراءة"))
    case ENOENT, ENOTDIR:
      Self(
        path: path,
        message: Wording(
          en: "‘\(path)’ vanished while the site was being read",
          ar: "اختفى «\(path)» أثناء قراءة الموقع"),
        fix: Wording(en: "run the command again", ar: "أعد تنفيذ الأمر"))
    case EMFILE, ENFILE:
      Self(
        path: path,
        message: Wording(
          en: "too many files are open to read ‘\(path)’",
          ar: "عدد الملفات المفتوحة لا يسمح بقراءة «\(path)»"),
        fix: Wording(
          en: "raise the limit with ‘ulimit -n’, or use fewer jobs",
          ar: "ارفع الحد بالأمر ulimit -n أو قلّل عدد المهام المتوازية"))
    default:
      Self(
        path: path,
        message: Wording(
          en: "‘\(path)’ cannot be read (system error \(error))",
          ar: "تعذّرت قراءة «\(path)» (خطأ النظام \(error))"),
        fix: Wording(
          en: "check the disk and the file system", ar: "افحص القرص ونظام الملفات"))
    }
  }

  /// A file that an editor saved between two readings of one build.
  static func changedWhileReading(_ path: String) -> Self {
    Self(
      path: path,
      message: Wording(
        en: "‘\(path)’ changed while the site was being built",
        ar: "تغيّر «\(path)» أثناء بناء الموقع"),
      fix: Wording(en: "run the command again", ar: "أعد تنفيذ الأمر"))
  }
}
