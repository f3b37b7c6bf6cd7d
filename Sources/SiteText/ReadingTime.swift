/// How long a text takes to read.
public enum ReadingTime {
  /// Whole minutes, rounded, at least 1.
  public static func minutes(words: Int, language: LanguageCode) -> Int {
    let rate = wordsPerMinute(in: language)
    return max(1, (max(0, words) + rate / 2) / rate)
  }

  /// Words that an adult reads silently in a minute.
  ///
  /// English non-fiction: 238 (M. Brysbaert, “How many words do we read per minute?”, Journal of
  /// Memory and Language 109, 2019). No study of silent reading in Arabic is as large: 180 is the
  /// middle of two estimates. By reading aloud, 138 words to English 228 (S. Trauzettel-Klosinski
  /// and K. Dietz, IReST, Investigative Ophthalmology & Visual Science 53, 2012), it would be 144.
  /// By the words needed to say the same, as Brysbaert predicts other languages, it would be 217:
  /// the 240 paragraphs of XQuAD have 27,034 words in Arabic and 29,671 in English.
  static func wordsPerMinute(in language: LanguageCode) -> Int {
    switch language.base {
    case "ar": 180
    default: 238
    }
  }
}
