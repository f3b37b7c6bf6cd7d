// An index that is cut short, has lost a file or is of another version: both readers say so, and
// neither answers that nothing was found.
import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import zlib from 'node:zlib'
import {Site, article, build, ctsite} from './site.mjs'

const original = build({
  'content/articles/a/ar.md': article('العراق', `${'نص طويل عن العراق. '.repeat(400)}\n\nالخاتمة هنا.`),
})
const names = fs.readdirSync(path.join(original, 'search'), {recursive: true}).sort()
const named = (pattern) => names.findLast((name) => pattern.test(name))
// Arabic words stand in the last shard.
const {shards} = JSON.parse(zlib.inflateSync(fs.readFileSync(path.join(original, 'search/index.bin'))))
const TERMS = `terms/${shards.slice(-8)}.bin`, HEAD = named(/^texts\/.*\/0\.bin$/), WHOLE = named(/-more\.bin$/)

const cut = (bytes) => bytes.subarray(0, bytes.length - 9)
const versionAlone = (bytes) => zlib.deflateSync(JSON.stringify({version: JSON.parse(zlib.inflateSync(bytes)).version}))
const lost = () => undefined
const other = () => zlib.deflateSync(JSON.stringify({version: 9}))
const QUERY = '"نص طويل"'

// What is done to which file, and what is said of it.
const CASES = [
  ['a root cut short', 'index.bin', cut, 'damaged'],
  ['a root of no bytes', 'index.bin', () => Buffer.of(), 'damaged'],
  ['a root that is a page', 'index.bin', () => Buffer.from('<!doctype html>'), 'damaged'],
  ['a root that is not an index', 'index.bin', () => zlib.deflateSync('[1]'), 'damaged'],
  ['a root without its lists', 'index.bin', versionAlone, 'damaged'],
  ['a root of another version', 'index.bin', other, 'version'],
  ['no root', 'index.bin', lost, 'missing'],
  ['a shard cut short', TERMS, cut, 'damaged'],
  ['no shard', TERMS, lost, 'missing'],
  ['a head cut short', HEAD, cut, 'damaged'],
  ['no head', HEAD, lost, 'missing'],
  ['a text cut short', WHOLE, cut, 'damaged'],
  ['no text', WHOLE, lost, 'missing'],
]
const SAID = {
  damaged: (file) => [
    `ctsite: error: ‘${file}’ of the search index is damaged\n    fix: build the site with ‘ctsite build’\n`,
    `ctsite: خطأ: الملف «${file}» في فهرس البحث تالف\n    الإصلاح: ابنِ الموقع بالأمر «ctsite build»\n`,
  ],
  missing: (file) => [
    `ctsite: error: the search index has no file ‘${file}’\n    fix: build the site with ‘ctsite build’\n`,
    `ctsite: خطأ: ليس في فهرس البحث ملف «${file}»\n    الإصلاح: ابنِ الموقع بالأمر «ctsite build»\n`,
  ],
  version: () => [
    'ctsite: error: the search index is of version 9, which this ctsite does not read\n    fix: build the site with ‘ctsite build’\n',
    'ctsite: خطأ: فهرس البحث من الإصدار 9، وهذه النسخة من ctsite لا تقرؤه\n    الإصلاح: ابنِ الموقع بالأمر «ctsite build»\n',
  ],
}

for (const [name, file, damage, kind] of CASES) {
  test(name, {concurrency: true}, async (context) => {
    const folder = fs.mkdtempSync(path.join(path.dirname(original), 'damaged-'))
    fs.cpSync(original, folder, {recursive: true})
    const bytes = damage(fs.readFileSync(path.join(folder, 'search', file)))
    if (bytes) fs.writeFileSync(path.join(folder, 'search', file), bytes)
    else fs.rmSync(path.join(folder, 'search', file))

    await context.test('ctsite says what is wrong', () => {
      for (const [number, language] of ['en', 'ar'].entries()) {
        const run = spawnSync(ctsite, ['search', '--output', folder, '--messages', language, QUERY], {encoding: 'utf8'})
        assert.equal(run.stderr, SAID[kind](file)[number])
        assert.equal(run.stdout, '')
        assert.equal(run.status, 3)
      }
    })
    await context.test('the browser’s module throws', async () => {
      const asked = Site.open(folder).then(({index}) => index.search(QUERY))
      await assert.rejects(asked, kind === 'version' ? /another version/ : Error)
    })
  })
}

test('the index as it was built answers', async () => {
  const site = await Site.open(original)
  assert.equal((await site.answer(QUERY)).total, 1)
})
