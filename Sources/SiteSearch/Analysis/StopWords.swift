/// Words that nearly every text has. A query that has others is answered by the others.
enum StopWords {
  /// The words as text, of both languages, not folded.
  ///
  /// English after the list of the Snowball project
  /// (https://snowballstem.org/algorithms/english/stop.txt); Arabic: particles, pronouns and
  /// auxiliary verbs, with the conjunctions that are written onto them.
  static let words = arabic + english

  /// The folded words.
  private static let folded = WordTable(
    words.flatMap { WordAnalyzer.analyze(text: $0).map(\.folded) })

  static func contains(_ folded: [UInt8]) -> Bool { Self.folded.known(folded) != nil }

  /// Terms of stop words begin with a mark that no other term has, so that they lie in shards of
  /// their own, before all others.
  static let mark: UInt8 = 1

  static func key(_ folded: [UInt8]) -> [UInt8] { [mark] + folded }

  private static let arabic = list(
    """
    في من على إلى عن مع أن إن لا ما لم لن قد لقد كان كانت يكون تكون هذا هذه ذلك تلك الذي التي \
    الذين هو هي هم أو أم ثم بل لكن حيث حتى إذا كما كل بعض أي أيضا بين بعد قبل عند عندما منذ خلال \
    غير فقط به بها له لها لهم فيه فيها منه منها عليه عليها إليه إليها عنه وهو وهي وفي ومن وعلى \
    وإلى وعن ومع وأن وإن ولا وما ولم وقد وهذا وهذه وذلك أنه أنها بأن لأن كذلك ليس مثل لدى مما فيما \
    بما هناك تم يتم
    """)

  private static let english = list(
    """
    i we our us you your he his she her it its they them their what which who this that these \
    those am is are was were be been being have has had do does did would should could can will a \
    an the and but if or because as until while of at by for with about between into through \
    during before after to from up down in out on off over under again then here there when where \
    why how all any both each more most other some such no not only own same so than too very may \
    also s t
    """)

  private static func list(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
