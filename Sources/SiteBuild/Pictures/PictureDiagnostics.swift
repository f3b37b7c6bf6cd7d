import SiteContent
import SiteDiagnostics
import SiteFiles

extension Diagnostic {
  static let noPictureTool = Diagnostic(
    "no-picture-tool", .note, at: SourceLocation(path: "content"),
    Wording(
      en: "pictures are published in their own size alone, which is slow to load on a phone, since "
        + "there is no ‘vips’ to make smaller ones with",
      ar: "نُشرت الصور بحجمها الأصلي وحده، وهو بطيء التحميل على الهواتف، إذ لا يوجد vips "
        + "لإعداد نسخ أصغر"),
    fix: Wording(
      en: "install libvips' command line (Debian and Ubuntu: ‘apt install libvips-tools’) and "
        + "build again",
      ar: "ثبّت أداة libvips (في Debian وUbuntu: apt install libvips-tools) ثم أعد البناء"))

  static let pictureToolFails = Diagnostic(
    "picture-tool-fails", .warning, at: SourceLocation(path: "content"),
    Wording(
      en: "pictures are published in their own size alone, since ‘vips’ cannot make even the "
        + "smallest WebP picture",
      ar: "نُشرت الصور بحجمها الأصلي وحده، إذ لا يستطيع vips إعداد أصغر صورة WebP"),
    fix: Wording(
      en:
        "install libvips 8.12 or newer with WebP (Debian and Ubuntu: ‘apt install libvips-tools’)",
      ar: "ثبّت libvips 8.12 أو أحدث مع WebP (في Debian وUbuntu: apt install libvips-tools)"))

  static func picturesNotKept(_ failure: EnvironmentFailure) -> Diagnostic {
    Diagnostic(
      "pictures-not-kept", .warning, at: SourceLocation(path: BuildCache.folder.text),
      Wording(
        en: "pictures are published in their own size alone, since smaller ones cannot be kept: "
          + failure.message.english,
        ar: "نُشرت الصور بحجمها الأصلي وحده، إذ لا يمكن حفظ نسخ أصغر: " + failure.message.arabic),
      fix: failure.fix)
  }

  static func damagedPicture(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "damaged-picture", .warning, at: place,
      Wording(
        en: "the picture is damaged, so it is published as it is, without smaller copies",
        ar: "الصورة تالفة، فنُشرت كما هي بلا نسخ أصغر"),
      fix: Wording(
        en: "copy it again from where it came, or open it in a picture editor and export it anew",
        ar: "انسخها من جديد من مصدرها، أو افتحها في محرر صور وصدّرها من جديد"))
  }

  static func hugePicture(_ size: ImageSize, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "huge-picture", .warning, at: place,
      Wording(
        en: "the picture has \(size.width) × \(size.height) pixels, so it is published as it is, "
          + "without smaller copies",
        ar: "أبعاد الصورة \(size.width) × \(size.height) بكسل، فنُشرت كما هي بلا نسخ أصغر"),
      fix: Wording(
        en: "export it 2000 pixels wide, which is enough for every screen",
        ar: "صدّرها بعرض 2000 بكسل، وهو كافٍ لكل شاشة"))
  }

  static func pictureTookTooLong(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "slow-picture", .warning, at: place,
      Wording(
        en: "making smaller copies took too long or too much memory, so the picture is published "
          + "as it is",
        ar: "استغرق إعداد نسخ أصغر وقتًا أو ذاكرة أكثر مما ينبغي، فنُشرت الصورة كما هي"),
      fix: Wording(
        en: "export it 2000 pixels wide; if the machine was busy, remove the folder "
          + "‘.ctsite/pictures’ and build again",
        ar: "صدّرها بعرض 2000 بكسل؛ وإن كان الجهاز مشغولًا فاحذف المجلد ‎.ctsite/pictures "
          + "وأعد البناء"))
  }
}
