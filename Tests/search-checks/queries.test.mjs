// What odd and hostile queries find: exactly this, by both readers.
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {Site, article, build} from './site.mjs'

const site = await Site.open(build({
  'content/articles/families/ar.md': article('عودة العائلات إلى العراق', 'وَصَلَت العائلاتُ إلى الأنبار في أيار.', '2024-05-01'),
  'content/articles/law/ar.md': article('قانون مكافحة الإرهاب', 'نص القانون في العراق، و«الإرهاب» فيه.', '2023-05-01'),
  'content/articles/sources/en.md': article('Open sources', 'The img tag has an onerror handler. Sources of the law are open.', '2022-05-01'),
  'content/articles/flags/en.md': article('Flags', 'Flags 🇮🇶 and smiles 😀 & \\<b\\>bold\\</b\\> "quotes".', '2021-05-01'),
  'content/articles/evidence/en.md': article('Evidence', 'Evidence matters.', '2020-05-01'),
}))
const url = {families: '/articles/families/', law: '/articles/law/', sources: '/en/articles/sources/', flags: '/en/articles/flags/', evidence: '/en/articles/evidence/'}

const long = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

// What is asked, what is found, in order, and the words that were searched.
const QUERIES = [
  ['nothing', '', [], []],
  ['white space', ' \t\u00a0\u3000 ', [], []],
  ['marks of quotation alone', '"" «» “', [], []],
  ['punctuation', '؟!.,;:()[]{}<>/\\|`~@#$%^&*-_=+', [], []],
  ['emoji', '😀', [], []],
  ['a flag and a family of emoji', '🇮🇶 👨‍👩‍👧', [], []],
  ['emoji beside a word', '😀العراق😀', ['families', 'law'], ['العراق']],
  ['controls', '\u0001\u0002\u001b[31m\u007f\u0085', [], ['31m']],
  ['controls within a word', 'العر\u200cا\u200f\u202eق', ['families', 'law'], ['العراق']],
  ['a null between words', 'العائلات\u0000الإرهاب', ['families', 'law'], ['العايلات', 'الارهاب']],
  ['half a surrogate pair', '\ud83d العراق \ude00', ['families', 'law'], ['العراق']],
  ['harakat alone', '\u064e\u0651', [], []],
  ['a stop word', 'في', ['families', 'law'], ['في']],
  ['stop words', 'the of and', ['sources', 'flags'], ['the', 'of', 'and']],
  ['a stop word beside a word', 'في العائلات', ['families'], ['العايلات']],
  ['a phrase', '"عودة العائلات"', ['families'], ['عوده', 'العايلات']],
  ['a phrase in guillemets', '«مكافحة الإرهاب»', ['law'], ['مكافحه', 'الارهاب']],
  ['a phrase with a stop word', '"العائلات إلى الأنبار"', ['families'], ['العايلات', 'الانبار']],
  ['a phrase in another order', '"العائلات عودة"', [], ['العايلات', 'عوده']],
  ['a phrase across two blocks', '"العراق وصلت"', [], ['العراق', 'وصلت']],
  ['two phrases', '"open sources" "the law"', ['sources'], ['open', 'sources', 'law']],
  ['a phrase without an end', '"عودة العائلات', ['families'], ['عوده', 'العايلات']],
  ['a phrase of one word', '"العراق"', ['families', 'law'], ['العراق']],
  ['a word with half its ending', 'matters evidenc', ['evidence'], ['matters', 'evidenc']],
  ['half an ending before another word', 'evidenc open', ['sources'], ['evidenc', 'open']],
  ['a longer word that begins with a term', 'openhanded', [], ['openhanded']],
  ['markup', '<img src=x onerror=alert(1)>', ['sources'], ['img', 'src', 'x', 'onerror', 'alert', '1']],
  ['markup that closes the box', '"><script>alert(1)</script>', [], ['script', 'alert', '1']],
  ['a placeholder', '%s {{ q }} ${q} %00 ../../etc/passwd', [], ['s', 'q', '00', 'etc', 'passwd']],
  ['names of JavaScript', 'constructor __proto__ toString', [], ['constructor', 'proto', 'tostring']],
  ['a regular expression', '.* (a+)+$ [^x]', [], ['a', 'x']],
  ['another script', 'Ελλάδα 日本語', [], ['ελλαδα', '日本語']],
  ['a word of 9,000 letters', long('ا', 9000), [], [long('ا', 1000)]],
  ['9,000 words', long('العراق ', 9000), ['families', 'law'], ['العراق']],
  ['a word after 2,000 letters', long('كلمة ', 2000) + 'العراق', [], ['كلمه']],
]

for (const [name, query, found, terms] of QUERIES) {
  test(name, async () => {
    const answer = await site.answer(query.replace(/\n/g, ' '))
    assert.deepEqual(answer.results.map((result) => result.url), found.map((key) => url[key]))
    assert.equal(answer.total, found.length)
    assert.deepEqual(answer.terms, terms)
    assert.equal(answer.suggestion, null)
  })
}

test('a year, a topic, a language and an author that are not there', async () => {
  for (const filter of [{year: 1999}, {topic: '<img>'}, {lang: 'tlh'}, {author: '../../x'}]) {
    assert.deepEqual((await site.answer('العراق', filter)).results, [])
  }
})

test('markup in texts is text in excerpts', async () => {
  const {results: [{excerpt}]} = await site.answer('bold')
  assert.equal(excerpt, 'Flags 🇮🇶 and smiles 😀 &#38; &#60;b&#62;<mark>bold</mark>&#60;/b&#62; &#34;quotes&#34;.')
})

test('vocalised words are marked whole', async () => {
  const {results: [{excerpt}]} = await site.answer('وصلت عائلات')
  assert.equal(excerpt, '<mark>وَصَلَت</mark> <mark>العائلاتُ</mark> إلى الأنبار في أيار.')
})
