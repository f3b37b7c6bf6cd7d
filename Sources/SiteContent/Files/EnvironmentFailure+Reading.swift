import SiteDiagnostics

extension EnvironmentFailure {
  /// A file that an editor saved between two readings of one build.
  public static func changedWhileReading(_ path: String) -> Self {
    Self(
      path: path,
      message: Wording(
        en: "‘\(path)’ changed while the site was being built",
        ar: "تغيّر «\(path)» أثناء بناء الموقع"),
      fix: Wording(en: "run the command again", ar: "أعد تنفيذ الأمر"))
  }
}
