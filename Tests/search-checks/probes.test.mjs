// Each pair of spellings in Documentation/Search.md, through a built index: a text with the one is
// found by the other, in both directions and by both readers, without a guess at a misspelt word.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {Site, article, build, root} from './site.mjs'

const PROBES = {
  'hamza seats': [['إرهاب', 'ارهاب'], ['أحمد', 'احمد'], ['آثار', 'اثار'], ['مؤتمر', 'موتمر'], ['شئون', 'شيون']],
  'ta marbuta': [['مدرسة', 'مدرسه']],
  'alef maqsura': [['مستشفى', 'مستشفي']],
  'tatweel': [['العـــراق', 'العراق']],
  'harakat': [['الأَمْنُ', 'الأمن']],
  'presentation forms': [['ﻻجئ', 'لاجئ'], ['ﷲ', 'الله']],
  'Persian letters': [['کتاب', 'كتاب'], ['ایران', 'ايران'], ['ہدف', 'هدف']],
  'digits': [['٢٠٢٥', '2025'], ['۲۰۲۵', '2025']],
  'clitics': ['والعراق', 'فالعراق', 'بالعراق', 'للعراق', 'كالعراق', 'وبالعراق'].map((word) => [word, 'عراق']).concat([['وسوريا', 'سوريا']]),
  'plurals': [['مقاتلون', 'مقاتلين'], ['منظمات', 'منظمة']],
  'possessives': [['سياستها', 'سياسة'], ['قواتهم', 'قوات']],
  'English': [['OSINT', 'osint'], ['organisations', 'Organisation\'s']],
}

const probes = Object.entries(PROBES).flatMap(([kind, pairs]) => pairs.map((pair) => [kind, ...pair]))
const files = {}
for (const [number, [, ...pair]] of probes.entries()) {
  for (const side of [0, 1]) files[`content/articles/p${number}-${side}/ar.md`] = article(`${number}${'أب'[side]}`, `ورد ${pair[side]} هنا.`)
}
const site = await Site.open(build(files))
const documented = fs.readFileSync(path.join(root, 'Documentation/Search.md'), 'utf8')

test('there are the probes that Documentation/Search.md names', () => {
  assert(probes.length >= 28, `${probes.length} probes`)
  for (const word of probes.flatMap(([, ...pair]) => pair)) assert(documented.includes(word), `‘${word}’ is not documented`)
})

for (const [number, [kind, ...pair]] of probes.entries()) {
  for (const [sought, side] of [[pair[1], 0], [pair[0], 1]]) {
    test(`${kind}: ${sought} finds ${pair[side]}`, async () => {
      // The word in the text is not the last one, which would also stand for what begins with it.
      const {results, suggestion} = await site.answer(`${sought} qq`, {limit: 100})
      const found = results.find(({url}) => url === `/articles/p${number}-${side}/`)
      assert(found, 'the text is not among the results')
      assert(found.excerpt.includes(`<mark>${pair[side].replace('\'', '&#39;')}</mark>`), `not marked: ${found.excerpt}`)
      assert.equal(suggestion, null)
    })
  }
}
