// Works whose texts are odd are found all the same, by both readers; none is missing.
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {RECENT, Site, article, build} from './site.mjs'

const letters = (letter, count) => letter.repeat(count)

// Some characters of each script that Unicode names, as one text; browsers know about 160 scripts.
const everyScript = () => {
  const words = []
  for (let start = 0xa0; start < 0x20000; start += 24) {
    const word = Array.from({length: 24}, (_, index) => start + index)
      .filter((code) => code < 0xd800 || code > 0xdfff).map((code) => String.fromCodePoint(code))
      .filter((character) => /^[\p{L}\p{M}\p{N}]$/u.test(character) && !RECENT.test(character)).join('')
    if (word) words.push(word)
  }
  return words
}

const WORKS = {
  empty: ['بلا نص', ''],
  pictures: ['صور فحسب', '😀 🇮🇶 ❤️ … — !'],
  untitled: ['😀', 'عنوانه صورة وفيه قنطرة.'],
  arabicLetters: ['كلمة طويلة', `قبلها منارة ${letters('ع', 10000)} وبعدها مئذنة.`],
  latinLetters: ['A long word', `Before it a lighthouse ${letters('w', 10000)} and after it a minaret.`],
  marks: ['حركات', `ب${letters('\u064e', 10000)}ستان ${letters('\u0640', 5000)} ${letters('\u0301', 3000)}`],
  mixed: ['خليط', 'العراقIraq伊拉克Ирак١٢٣abcعراق\u200bكلمة\u00ad e\u0301té ﻣﺪﺭﺳﺔ'],
  broken: ['مكسور', 'حروف \ufffd\u{10fffd} منقوصة \u0300\u0301 \u200d\u200d شاهدة'],
  scripts: ['كل الكتابات', everyScript().join(' ')],
  twinOne: ['التوأم', 'أول يذكر زيتونة.'],
  twinTwo: ['التوأم', 'ثان يذكر زيتونة.'],
}
const files = {}
for (const [key, [title, text]] of Object.entries(WORKS)) {
  const language = key === 'latinLetters' ? 'en' : 'ar'
  files[`content/articles/${key.toLowerCase()}/${language}.md`] = article(title, text)
}
const site = await Site.open(build(files))
const found = async (query) => (await site.answer(query)).results.map(({url}) => url.split('/').at(-2)).sort()

for (const [name, query, works] of [
  ['a work without a text, by its title', 'بلا نص', ['empty']],
  ['a work of emoji, by its title', 'صور فحسب', ['pictures', 'untitled']],
  ['a title of emoji, by the text', 'قنطرة', ['untitled']],
  ['before a word of 10,000 letters', 'منارة', ['arabicletters']],
  ['after a word of 10,000 letters', 'مئذنة', ['arabicletters']],
  ['a word of 10,000 letters', letters('ع', 10000), ['arabicletters']],
  ['its first letters', letters('ع', 12), ['arabicletters']],
  ['before a long word in English', 'lighthouse', ['latinletters']],
  ['after a long word in English', 'minarets', ['latinletters']],
  ['a long word in English', letters('w', 9000), ['latinletters']],
  ['a word with 10,000 harakat', 'بستان', ['marks']],
  ['Arabic in a word of many scripts', 'عراق', ['mixed']],
  ['a word with controls in it', 'عراقكلمة', ['mixed']],
  ['decomposed letters', 'été', ['mixed']],
  ['presentation forms', 'مدرسة', ['mixed']],
  ['beside what is no character', 'شاهدة', ['broken']],
  ['both works of one title', 'التوأم', ['twinone', 'twintwo']],
  ['both works of one text', 'زيتونة', ['twinone', 'twintwo']],
]) {
  test(name, async () => assert.deepEqual(await found(query), works))
}

test('words of every script', async () => {
  const words = everyScript().filter((_, index) => index % 16 === 0)
  const missing = []
  const answers = await site.agreed(words)
  for (const [number, {terms, results}] of answers.entries()) {
    if (terms.length && !results.some(({url}) => url.endsWith('/scripts/'))) missing.push(words[number])
  }
  assert.deepEqual(missing, [])
  assert(words.length > 150, `only ${words.length} words`)
})

test('every work is among the documents', () => {
  assert.equal(site.texts().filter((text) => Object.values(WORKS).some(([title]) => title === text)).length, Object.keys(WORKS).length)
})
