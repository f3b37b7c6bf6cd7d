// The least that the search has to find of XQuAD: each question belongs to one paragraph of 240.
import assert from 'node:assert/strict'
import path from 'node:path'
import {test} from 'node:test'
import {Site, fixture} from './site.mjs'

// The mean of 1/rank among the first ten results.
const LEAST = [
  ['queries.ar.content.tsv', 'ar', 0.94],
  ['queries.ar.three-words.tsv', 'ar', 0.86],
  ['queries.en.content.tsv', 'en', 0.95],
]
const MOST_WITHOUT_RESULTS = 0.005

const site = await Site.open(path.join(process.env.SEARCH_SITES, 'xquad'))

for (const [file, lang, least] of LEAST) {
  test(`XQuAD, ${file}: MRR@10 of ${least} or more, and results for nearly all`, async () => {
    const questions = fixture(`xquad/${file}`)
    const answers = await site.agreed(questions.map(([, query]) => query), {lang})
    let sum = 0, empty = 0
    for (const [number, [paragraph]] of questions.entries()) {
      const rank = answers[number].results.findIndex(({url}) => url.endsWith(`/${paragraph}/`)) + 1
      if (rank) sum += 1 / rank
      if (!answers[number].total) empty++
    }
    const mean = sum / questions.length, share = empty / questions.length
    console.log(`${file}: MRR@10 ${mean.toFixed(4)}, nothing found for ${(share * 100).toFixed(2)} %`)
    assert(questions.length > 1000)
    assert(mean >= least, `MRR@10 is ${mean}`)
    assert(share <= MOST_WITHOUT_RESULTS, `${empty} of ${questions.length} questions found nothing`)
  })
}
