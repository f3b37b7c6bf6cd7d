import SiteDigest
import Testing

/// The example messages of FIPS 180-4's test vectors.
@Suite struct DigestTests {
  @Test func sha256OfTheStandardMessage() {
    #expect(
      Digest(of: Array("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func sha384OfTheStandardMessageInBase64() {
    #expect(
      Digest(.sha384, of: Array("abc".utf8)).base64
        == "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn")
  }

  @Test func base64PadsAsTheStandardSays() {
    #expect(Digest(of: []).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}
