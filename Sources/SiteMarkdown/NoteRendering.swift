import SiteHTML
import SiteText

/// The notes of a text, as far as they were met.
struct NoteCounts {
  /// How often each note was referred to, by its number.
  var references: [Int: Int] = [:]
  /// The number of the note that is being written; 0 before the first.
  var current = 0
  /// How often each note that was written was referred to.
  var counts: [Int] { (0..<current).map { references[$0 + 1] ?? 0 } }
  /// Where the section of notes begins.
  var htmlStart: Int?
  /// Whether the arrows back from the current note were written.
  var hasBackReferences = false
}

extension MarkdownRenderer {
  /// Writes the mark of a note.
  mutating func writeReference(_ node: MarkdownNode) {
    let digits = String(decoding: node.literal, as: UTF8.self)
    guard let number = Int(digits) else { return }
    let count = (notes.references[number] ?? 0) + 1
    notes.references[number] = count
    write("<sup class=\"fn\" dir=\"ltr\"><a href=\"#fn")
    html.append(digits)
    write("\" id=\"")
    html.append(Self.referenceID(number, count))
    write("\" aria-label=\"")
    let shown = options.shown(number)
    html.append(label: options.labels.note, number: shown)
    write("\">")
    html.append(shown)
    write("</a></sup>")
    preceding = .word
  }

  private static func referenceID(_ number: Int, _ count: Int) -> String {
    count == 1 ? "r\(number)" : "r\(number)-\(count)"
  }

  // MARK: - The section of notes

  /// cmark puts the definitions at the end of the document, in the order of their first references.
  /// A second definition of a name stays where it was; it is not written.
  mutating func enterNote(_ node: MarkdownNode) -> Bool {
    guard node.referenceCount > 0 else { return false }
    definedNotes.insert(String(decoding: node.literal, as: UTF8.self).lowercased())
    if notes.htmlStart == nil {
      startLine()
      notes.htmlStart = html.count
      document.notesTextStart = document.text.count
      write("<section class=\"notes\" id=\"notes\" aria-labelledby=\"notes-title\">")
      write("<h2 id=\"notes-title\">")
      isolation.append(options.labels.notes, to: &html)
      write("</h2>\n<ol>\n")
    }
    notes.current += 1
    notes.hasBackReferences = false
    html.append("<li id=\"fn\(notes.current)\">")
    return true
  }

  mutating func leaveNote(_ node: MarkdownNode) {
    if !notes.hasBackReferences {
      write("<p>")
      writeBackReferences(of: node)
      write("</p>")
    }
    write("</li>\n")
    endTextBlock()
  }

  /// Writes the arrows that lead from a note to each place that refers to it.
  mutating func writeBackReferences(of note: MarkdownNode) {
    guard style == .portal else { return }
    notes.hasBackReferences = true
    for count in 1...max(note.referenceCount, 1) {
      write(" <a href=\"#")
      html.append(Self.referenceID(notes.current, count))
      if foreignBlock != nil {
        write("\" lang=\"")
        html.appendEscaped(attribute: options.language.tag)
      }
      write("\" aria-label=\"")
      let number = options.shown(notes.current)
      let place = count == 1 ? number : "\(number)-\(options.shown(count))"
      html.append(label: options.labels.backReference, number: place)
      write("\">")
      write(isolation.direction == .rightToLeft ? "↪\u{FE0E}" : "↩\u{FE0E}")
      if count > 1 { html.append("<sup>\(options.shown(count))</sup>") }
      write("</a>")
    }
  }

  /// Takes the section of notes out of the text, into its own part of the document.
  mutating func closeNotes() {
    guard let start = notes.htmlStart else {
      document.notesTextStart = document.text.count
      return
    }
    write("</ol>\n</section>\n")
    document.notes = HTML(trusted: Array(html[start...]))
    html.removeSubrange(start...)
  }
}

extension [UInt8] {
  /// Appends a label for a quoted attribute's value, with a number in the place of `{n}`.
  mutating func append(label: String, number: String) {
    var label = label
    label.withUTF8 { bytes in
      let place = bytes.indices.dropLast(2).first {
        bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 1] == UInt8(ascii: "n")
          && bytes[$0 + 2] == UInt8(ascii: "}")
      }
      guard let place else { return appendEscaped(markdown: bytes) }
      appendEscaped(markdown: UnsafeBufferPointer(rebasing: bytes[..<place]))
      append(contentsOf: number.utf8)
      appendEscaped(markdown: UnsafeBufferPointer(rebasing: bytes[(place + 3)...]))
    }
  }
}
