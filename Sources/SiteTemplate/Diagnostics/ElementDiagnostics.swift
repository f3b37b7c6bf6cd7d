import SiteDiagnostics

/// What can be wrong with the elements of a template.
extension Diagnostic {
  /// - Parameters:
  ///   - name: of the end tag that came in the place of the element's own.
  ///   - end: where that stands.
  static func unclosedElement(
    _ element: OpenElement, before name: String, at end: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unclosed-element", at: element.start.location,
      Wording(
        en: "‘\(element.name)’ is not closed before ‘</\(name)>’",
        ar: "لم يُغلق العنصر «\(element.name)» قبل «</\(name)>»"),
      fix: .close(element.name),
      notes: [
        Note(at: end, Wording(en: "‘</\(name)>’ is here", ar: "يرد «</\(name)>» هنا"))
      ])
  }

  static func unclosedElement(_ element: OpenElement, in part: TemplatePart) -> Diagnostic {
    Diagnostic(
      "unclosed-element", at: element.start.location,
      Wording(
        en: "‘\(element.name)’ is not closed before the end of \(part.description.english)",
        ar: "لم يُغلق العنصر «\(element.name)» قبل نهاية \(part.description.arabic)"),
      fix: .close(element.name))
  }

  /// - Parameter open: the innermost element that is open in the same part.
  static func strayEndTag(
    _ name: String, open: OpenElement?, at location: SourceLocation
  ) -> Diagnostic {
    guard let open else {
      return Diagnostic(
        "stray-end-tag", at: location,
        Wording(
          en: "‘</\(name)>’ closes nothing: no element is open in this part of the template",
          ar: "لا يُغلق «</\(name)>» شيئًا: لا عنصر مفتوح في هذا الجزء من القالب"),
        fix: Wording(
          en: "take it out, or open and close the element in the same file, block and loop",
          ar: "احذفه، أو افتح العنصر وأغلقه في الملف والكتلة والحلقة نفسها"))
    }
    return Diagnostic(
      "stray-end-tag", at: location,
      Wording(
        en: "‘</\(name)>’ does not close ‘\(open.name)’, which is open here",
        ar: "لا يُغلق «</\(name)>» العنصر المفتوح هنا، وهو «\(open.name)»"),
      fix: Wording(
        en: "write ‘</\(open.name)>’, or take it out",
        ar: "اكتب «</\(open.name)>» أو احذفه"),
      notes: [.opened(open)])
  }

  /// - Parameters:
  ///   - element: what one branch leaves open.
  ///   - other: what another leaves open in its place.
  ///   - location: of the `if`, or of the `for` that has an `else`.
  static func openInSomeBranches(
    _ element: OpenElement, _ other: OpenElement?, at location: SourceLocation
  ) -> Diagnostic {
    let wording =
      if let other {
        Wording(
          en: "one branch leaves ‘\(element.name)’ open, and another ‘\(other.name)’",
          ar: "يترك أحد الفروع العنصر «\(element.name)» مفتوحًا، ويترك فرع آخر «\(other.name)»")
      } else {
        Wording(
          en: "‘\(element.name)’ is left open by some branches and not by others",
          ar: "تترك بعض الفروع العنصر «\(element.name)» مفتوحًا دون بعضها")
      }
    return Diagnostic(
      "unbalanced-markup", at: element.start.location, wording,
      fix: Wording(
        en: "write the element whole in every branch, with its end tag",
        ar: "اكتب العنصر كاملًا مع وسم إغلاقه في كل فرع"),
      notes: [
        Note(at: location, Wording(en: "the branches begin here", ar: "تبدأ الفروع هنا"))
      ] + [other].compactMap(\.self).map(Note.opened))
  }

  /// - Parameters:
  ///   - place: inside the tag.
  ///   - next: where the next tag begins.
  static func tagWithoutEnd(
    _ place: Place, next: SourceLocation, at location: SourceLocation
  ) -> Diagnostic {
    let tag = (place.isEndTag ? "</" : "<") + place.element
    guard case .quoted = place.mode else {
      return Diagnostic(
        "broken-tag", at: location,
        Wording(
          en: "the tag ‘\(tag)’ has no ‘>’", ar: "الوسم «\(tag)» ليس له «>»"),
        fix: Wording(en: "end it with ‘>’", ar: "أنهِه بـ «>»"), notes: [.nextTag(next)])
    }
    return Diagnostic(
      "broken-tag", at: location,
      Wording(
        en: "the quotes around the attribute ‘\(place.attribute)’ of ‘\(tag)’ are not closed",
        ar: "لم تُغلق علامة اقتباس الخاصية «\(place.attribute)» في «\(tag)»"),
      fix: Wording(
        en: "close them; a ‘<’ that belongs to the value is written ‘&lt;’",
        ar: "أغلقها؛ وإن كان الرمز «<» من القيمة فاكتبه «&lt;»"), notes: [.nextTag(next)])
  }

  /// - Parameter next: where a tag begins inside the title.
  static func unclosedTitle(next: SourceLocation, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unclosed-element", at: location,
      Wording(
        en: "‘title’ is not closed before the next tag",
        ar: "لم يُغلق العنصر «title» قبل الوسم التالي"),
      fix: .close("title"), notes: [.nextTag(next)])
  }

  static func elementsTooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-nesting", at: location,
      Wording(
        en: "more than \(Limits.elements) elements stand one inside the other",
        ar: "أكثر من \(Limits.elements) عنصر بعضها داخل بعض"),
      fix: Wording(en: "close elements that end here", ar: "أغلق العناصر التي تنتهي هنا"))
  }
}

extension Diagnostic.Note {
  fileprivate static func nextTag(_ location: SourceLocation) -> Self {
    Self(
      at: location, Wording(en: "the next tag begins here", ar: "يبدأ الوسم التالي هنا"))
  }

  fileprivate static func opened(_ element: OpenElement) -> Self {
    Self(
      at: element.start.location,
      Wording(en: "‘\(element.name)’ is opened here", ar: "فُتح «\(element.name)» هنا"))
  }
}

extension Wording {
  fileprivate static func close(_ name: String) -> Wording {
    Wording(
      en: "write ‘</\(name)>’ where the element ends",
      ar: "اكتب «</\(name)>» حيث ينتهي العنصر")
  }
}

extension TemplatePart {
  fileprivate var description: (english: String, arabic: String) {
    switch self {
    case .file(let path): ("‘\(path)’", "«\(path)»")
    case .block(let name): ("the block ‘\(name)’", "الكتلة «\(name)»")
    case .loop: ("the body of the ‘for’ that opens it", "جسم حلقة «for» التي يُفتح فيها")
    }
  }
}
