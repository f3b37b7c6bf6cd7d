// A built site, asked through the browser's module and through `ctsite search`.
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import zlib from 'node:zlib'

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
export const ctsite = path.join(root, '.build/release/ctsite')
// Characters of Unicode 16 and 17 that newer browsers fold, and neither older ones nor Swift.
export const RECENT = /[\ua7f1\u{105c0}-\u{105ff}\u{1ccd6}-\u{1ccf9}]/u
const ROOT = 'http://site.invalid/'

export const fixture = (name) => fs.readFileSync(path.join(root, 'Tests/Fixtures', name), 'utf8').trimEnd().split('\n')
  .map((line) => line.split('\t'))

// Runs ctsite with lines as its standard input, and gives the lines that it prints.
export const lines = (parameters, input) => execFileSync(ctsite, parameters, {input: input.join('\n') + '\n', maxBuffer: 2 ** 30})
  .toString().split('\n').slice(0, -1)

// Builds a site of the given files in a folder that is removed at the end; the folder of what was built.
export const build = (files) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ctsite-'))
  process.on('exit', () => fs.rmSync(folder, {recursive: true}))
  for (const [name, text] of Object.entries({'content/site.yaml': SITE, ...files})) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
    fs.writeFileSync(path.join(folder, name), text)
  }
  execFileSync(ctsite, ['build', '--site', folder, '--quiet'], {stdio: 'pipe'})
  return path.join(folder, 'public')
}

const SITE = `title: {ar: موقع, en: Site}
description: {ar: موقع, en: Site}
url: https://site.example/
timezone: UTC
languages:
  - {code: ar, name: العربية, locale: ar-IQ, path: /}
  - {code: en, name: English, locale: en-GB, path: /en/}
`

export const article = (title, text, date = '2024-01-01') => `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n---\n\n${text}\n`

const shown = ({results, total, atLeast, terms, suggestion}) => ({
  results: results.map(({url, title, lang, date, authors, topics, retracted, excerpt, score}) =>
    ({url, title, lang, date, authors, topics, ...(retracted && {retracted}), excerpt, score})),
  total, atLeast, terms, suggestion: suggestion ?? null,
})

export class Site {
  static async open(folder) {
    const site = new Site()
    site.folder = folder
    site.module = await import(pathToFileURL(path.join(folder, 'search/ctsite-search.js')))
    site.index = await site.module.open(ROOT, {fetch: site.fetch})
    return site
  }

  fetch = async (url) => {
    const file = path.join(this.folder, decodeURIComponent(new URL(url).pathname))
    return fs.existsSync(file) ? new Response(fs.readFileSync(file)) : new Response('', {status: 404})
  }

  // The terms of a word as the browser has them.
  terms = (word) => this.module.analyse(word).map(([, term]) => term).join(' ')

  // The answers of the browser's module to many queries, each found to be that of ctsite.
  async agreed(queries, options = {}) {
    const parameters = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
    const native = lines(['search', '--output', this.folder, '--format', 'json', ...parameters, '-'], queries)
    assert.equal(native.length, queries.length, 'ctsite answers each query')
    const answers = []
    for (const [number, query] of queries.entries()) {
      const answer = shown(await this.index.search(query, options))
      assert.deepEqual(answer, JSON.parse(native[number]), `the readers differ in ‘${query}’ ${JSON.stringify(options)}`)
      answers.push(answer)
    }
    return answers
  }

  async answer(query, options) {
    return (await this.agreed([query], options))[0]
  }

  // Everything that can be found, a text for each block: titles and bodies.
  texts() {
    const folder = path.join(this.folder, 'search/texts')
    return fs.readdirSync(folder, {recursive: true}).filter((name) => name.endsWith('.bin')).sort().flatMap((name) => {
      const text = zlib.inflateSync(fs.readFileSync(path.join(folder, name))).toString()
      if (name.endsWith('-more.bin')) return text.split('\n')
      const head = JSON.parse(text)
      return [head.title, ...head.text.split('\n')]
    })
  }
}
