// The browser's search is held to the native one: every word of three sites has the same terms, and
// queries made from their texts have the same answers, to the last excerpt and score.
import assert from 'node:assert/strict'
import path from 'node:path'
import {test} from 'node:test'
import {RECENT, Site, fixture, lines} from './site.mjs'

const QUERIES = 1000
const FILTERS = [
  [0.6, {}], [0.1, {lang: 'ar'}], [0.1, {lang: 'en'}], [0.05, {year: 2015}], [0.05, {limit: 25}],
  [0.05, {topic: 'topic-3'}], [0.05, {author: 'author-1', lang: 'ar'}],
]

// Numbers from 0 to 1, the same in every run (Park and Miller's generator).
const generator = (state) => () => (state = (state * 48271) % 2147483647) / 2147483647

// Some words of a text: as they are, quoted, unfinished, misspelt, from two texts.
const invent = (texts, random) => {
  const words = () => {
    const all = texts[Math.floor(random() * texts.length)].split(/\s+/)
    const start = Math.floor(random() * all.length)
    return all.slice(start, start + 1 + Math.floor(random() * 4)).join(' ')
  }
  const some = words(), kind = random()
  if (kind < 0.15) return `"${some}"`
  if (kind < 0.3) return some.slice(0, Math.ceil(some.length * 0.7))
  if (kind < 0.45) return some.replace(/(\p{L})(\p{L})/u, '$2$1')
  return kind < 0.6 ? `${some} ${words()}` : some
}

for (const name of ['demo', 'xquad', 'articles']) {
  const site = await Site.open(path.join(process.env.SEARCH_SITES, name))
  const texts = site.texts()

  test(`${name}: every word has the terms that ctsite gives it`, () => {
    const forms = new Map(lines(['search', '--terms', '-'], texts).map((line) => line.split('\t')))
    const wrong = [...forms].filter(([word, terms]) => site.terms(word) !== terms)
    assert.deepEqual(wrong.slice(0, 10).map(([word, terms]) => ({word, ctsite: terms, browser: site.terms(word)})), [])
    assert(forms.size > 5000, `only ${forms.size} words`)
    console.log(`${name}: ${forms.size} words`)
  })

  test(`${name}: ${QUERIES} queries have the answers that ctsite gives`, async () => {
    const random = generator(20240229)
    let found = 0
    for (const [share, options] of FILTERS) {
      const queries = Array.from({length: QUERIES * share}, () => invent(texts, random))
      found += (await site.agreed(queries, options)).filter(({total}) => total).length
    }
    assert(found > QUERIES / 2, `only ${found} queries found anything`)
  })

  if (name !== 'demo') continue
  test('recorded words have the terms that ctsite gave them', () => {
    const wrong = fixture('search/search-terms.tsv').filter(([word, terms = '']) => site.terms(word) !== terms)
    assert.deepEqual(wrong, [])
  })

  // Each character between two letters: what divides words, what vanishes, what folds to what.
  test('every character is read as ctsite reads it', () => {
    const characters = []
    for (let code = 0x20; code < 0x32400; code++) {
      const character = String.fromCodePoint(code)
      if (/\P{C}|\p{Cf}|\p{Cc}/u.test(character) && !RECENT.test(character)) characters.push(character)
    }
    const native = new Map()
    for (const line of lines(['search', '--terms', '-'], characters.map((character) => `a${character}b`))) native.set(...line.split('\t'))
    const wrong = [...native].filter(([word, terms]) => site.terms(word) !== terms)
    assert(native.size > 140000, `only ${native.size} words`)
    assert.deepEqual(wrong.map(([word, terms]) => ({code: word.codePointAt(1)?.toString(16), ctsite: terms, browser: site.terms(word)})), [])
  })
}
