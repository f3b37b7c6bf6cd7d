/// Words that nearly every text has. A query that has others is answered by the others.
enum StopWords {
  /// The words as text, of both languages, not folded.
  ///
  /// English after the list of the Snowball project
  /// (https://snowballstem.org/algorithms/english/stop.txt); Arabic: particles, pronouns and
  /// auxiliary verbs, with the conjunctions that are written onto them.
  static let words = arabic + english

  /// The folded words.
  static let folded = Set(words.flatMap { WordAnalyzer.analyze(text: $0).map(\.folded) })

  /// Terms of stop words begin with a mark that no other term has, so that they lie in shards of
  /// their own, before all others.
  static let mark: UInt8 = 1

  static func key(_ folded: [UInt8]) -> [UInt8] { [mark] + folded.prefix(WordAnalyzer.longestTerm) }

  private static let arabic = list(
    """
    في من على إلى عن مع أن إن لا ما لم لن هل قد لقد كان كانت يكون تكون وكان وكانت هذا هذه ذلك تلك \
    هؤلاء الذي التي الذين اللذين هو هي هم هن أنا نحن أنت أو أم ثم بل لكن ولكن حيث حتى إذا إذ كما \
    كل بعض أي أية أيضا بين بعد قبل عند عندما منذ خلال ضد دون غير سوى فقط به بها بهم له لها لهم \
    فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها عنه عنها معه معها وهو وهي وهم وفي ومن \
    وعلى وإلى وعن ومع وأن وإن ولا وما ولم ولن وقد وهذا وهذه وذلك وتلك والذي والتي أنه أنها بأن \
    لأن فإن كذلك ليس ليست مثل لدى لديه نحو حول وفقا لما مما فيما بما كم كيف متى أين لماذا ماذا \
    هناك هنا يا إنه إنها وأنه تم يتم وتم ويتم
    """)

  private static let english = list(
    """
    i me my we our us you your he him his she her it its they them their what which who whom this \
    that these those am is are was were be been being have has had having do does did doing would \
    should could can will a an the and but if or because as until while of at by for with about \
    against between into through during before after above below to from up down in out on off \
    over under again then once here there when where why how all any both each few more most \
    other some such no nor not only own same so than too very shall may also s t
    """)

  private static func list(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
