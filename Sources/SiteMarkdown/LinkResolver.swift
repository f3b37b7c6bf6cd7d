import SiteDiagnostics
import SiteHTML
import SiteText

/// Finds what the links and images of a text lead to.
public protocol LinkResolver: Sendable {
  /// Asked for every destination within the site, as the editor wrote it: every one without a
  /// scheme, those that begin with `/` or `#` included.
  func resolve(link destination: String) -> LinkResolution
  /// Asked for every destination on the web, as the editor wrote it.
  ///
  /// - Returns: nil where it is linked to as it is.
  func resolve(address destination: String) -> LinkResolution?
  /// Asked for every `http`, `https` and relative image, as the editor wrote it.
  func resolve(image destination: String) -> ImageResolution
}

/// What a link leads to.
public enum LinkResolution: Sendable, Hashable {
  /// An address of the site, with the target's language where that is not the text's.
  case url(String, language: LanguageCode?)
  /// What cannot be linked to on the day of the build, and can on another: the text of the link
  /// stands alone.
  case unavailable(Wording, fix: Wording?)
  /// Nothing that can be linked to.
  case refused(Wording, fix: Wording?)
}

/// What an image is.
public enum ImageResolution: Sendable, Hashable {
  case image(ImageReference)
  /// Nothing that can be shown.
  case refused(Wording, fix: Wording?)

  /// An image at an address, with its size in pixels where known.
  public static func image(url: String, width: Int?, height: Int?) -> ImageResolution {
    .image(ImageReference(url: url, width: width, height: height))
  }
}

/// An image as a page refers to it.
public struct ImageReference: Sendable, Hashable {
  /// Where it is published.
  public let url: String
  /// In pixels, where known.
  public let width: Int?
  public let height: Int?
  /// Copies in WebP of several widths, for browsers to choose from.
  public let copies: Copies?

  /// What `source` says of copies (HTML Living Standard, 4.8.2).
  public struct Copies: Sendable, Hashable {
    /// The addresses with their widths.
    public let srcset: String
    /// How wide the image is shown.
    public let sizes: String

    /// Takes the values of the attributes.
    public init(srcset: String, sizes: String) {
      self.srcset = srcset
      self.sizes = sizes
    }
  }

  /// Makes a reference to an image at an address.
  public init(url: String, width: Int? = nil, height: Int? = nil, copies: Copies? = nil) {
    self.url = url
    self.width = width
    self.height = height
    self.copies = copies
  }
}

/// Renders fenced blocks that hold something other than code, such as the data of a chart.
public protocol FencedBlockRenderer: Sendable {
  /// The markup for a block, or nil when the block is code.
  ///
  /// - Parameters:
  ///   - info: the words after the fence: `chart bars`.
  ///   - content: the lines of the block, UTF-8.
  ///   - file: the file that holds the block.
  ///   - offset: the byte of the file at which the block's first line of content begins.
  func render(info: String, content: [UInt8], file: SourceFile, offset: Int) -> FencedBlock?
}

/// A fenced block that was rendered.
public struct FencedBlock: Sendable {
  /// Its markup.
  public let html: HTML
  /// What search and summaries read of it.
  public let text: String
  /// The links in its markup.
  public let links: [OutgoingLink]
  /// What is wrong with its content.
  public let diagnostics: [Diagnostic]

  /// Makes a block of its markup.
  public init(
    html: HTML, text: String = "", links: [OutgoingLink] = [], diagnostics: [Diagnostic] = []
  ) {
    self.html = html
    self.text = text
    self.links = links
    self.diagnostics = diagnostics
  }
}
