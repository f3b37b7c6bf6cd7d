/* The search of a ctsite site. No dependencies; browsers, and node 20 or newer with a fetch for files.

   import {open} from './search/ctsite-search.js'
   const index = await open(siteRoot, {fetch})
   const answer = await index.search(query, {limit, offset, lang, topic, year, author, facets, signal})

   answer: {results, total, terms, suggestion, facets}
     results     [{url, title, lang, date, authors, topics, excerpt, score}]; excerpt is HTML with <mark>
     terms       the words that were searched, folded; titles are marked with index.mark(title, terms)
     suggestion  the query with misspelt words mended, or undefined
     facets      {lang, year[, topic, author]}: [[key, count, names]]; topic and author with facets: true
   search throws what the fetch threw, after two more tries, and AbortError once signal is aborted.
   The format is described in Documentation/Search.md; Sources/SiteSearch is the other reader. */

const SEPARATORS = '\\0-&(-/:-@[-`{-\\xa9\\xab\\xac\\xae-\\xb4\\xb6-\\xb9\\xbb-\\xbf\\xd7\\xf7\\u060c\\u061b\\u061d-\\u061f\\u066a-\\u066d\\u06d4' +
  '\\u2000-\\u200a\\u2010-\\u2018\\u201a-\\u2029\\u202f-\\u205f\\u2190-\\u2bff\\u3000-\\u3020\\u30fb\\ufd3e\\ufd3f\\ufe30-\\ufe6b' +
  '\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\ufffc\\ufffd\\u{1f000}-\\u{1faff}'
const WORD = new RegExp(`[^${SEPARATORS}]+`, 'gu')
const PART = new RegExp(`((?![${SEPARATORS}])[\\u0600-\\u06ff])+|[^${SEPARATORS}\\u0600-\\u06ff]+`, 'gu')
const WINDOW = 10, LIMIT = 64

const FOLDED = new Map([...'أاإاآاٱاىيیيئيېيکكةهۀهہهھهؤوςσ'.matchAll(/../g)].map(([[from, to]]) => [from, to]))
for (let digit = 0; digit < 10; digit++) for (const zero of [0x660, 0x6f0]) FOLDED.set(String.fromCharCode(zero + digit), digit)
const fold = (text) => text.normalize('NFKC').toLowerCase()
  .replace(/[\xadςآأإٱىیئېکةۀہھؤ٠-٩۰-۹\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g, (letter) => FOLDED.get(letter) ?? '')

const ARTICLE = /^(?:[وف]بال|وكال|ولل|فلل|[وفبك]?ال|لل)(?=...)/
const SUFFIX = /(?<=...)(?:هما|تها|هم|نا|ها|ان|ات|ون|ين|يه|ته|وا|[هيا])$/
const arabic = (word) => {
  let stem = word.replace(ARTICLE, '')
  if (stem == word) stem = word.replace(/^[وفبل](?=....)/, '').replace(stem[0] == 'ا' ? /^$/ : /^ال(?=...)/, '')
  return stem.replace(SUFFIX, '').replace(SUFFIX, '')
}

// Porter2 as of Snowball 3.1: https://snowballstem.org/algorithms/english/stemmer.html
const pairs = (text) => new Map(text.split(' ').map((pair) => pair.split('>')))
const ending = (table, more) => new RegExp(`(${[...table.keys(), more].join('|')})$`)
const WHOLE = pairs('skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes')
const STEP2 = pairs('anci>ance enci>ence bli>ble abli>able alli>al fulli>ful lessli>less ousli>ous entli>ent aliti>al biliti>ble iviti>ive tional>tion ational>ate alism>al ation>ate ization>ize izer>ize ator>ate iveness>ive fulness>ful ousness>ous ogist>og')
const STEP3 = pairs('icate>ic alize>al iciti>ic ical>ic tional>tion ational>ate ful> ness>')
const END2 = ending(STEP2, 'ogi|li'), END3 = ending(STEP3, 'ative')
const region = (word, from) => from + (/^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(word.slice(from))?.[0].length ?? word.length - from)
const short = (word) => /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/.test(word)
const english = (word) => {
  if (WHOLE.has(word) || word.length < 3) return WHOLE.get(word) ?? word
  word = word.replace(/^'/, '').replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y')
  const r1 = /^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word)?.[0].length ?? region(word, 0)
  const r2 = region(word, r1)
  let end, stem
  const cut = (pattern) => {
    end = pattern.exec(word)?.[0]
    stem = end && word.slice(0, -end.length)
    return end
  }
  word = word.replace(/'s'$|'s?$/, '')
  if (cut(/sses$/)) word = stem + 'ss'
  else if (cut(/ie[ds]$/)) word = stem + (stem[1] ? 'i' : 'ie')
  else if (/[aeiouy].*[^us]s$/.test(word)) word = word.slice(0, -1)
  if (cut(/eed(ly)?$/)) {
    if (stem.length >= r1 && !/^(succ|proc|exc)$/.test(stem)) word = stem + 'ee'
  } else if (cut(/(ing|ed)(ly)?$/) && /[aeiouy]/.test(stem)) {
    if (end == 'ing' && /^[^aeiouy]y$/.test(stem)) word = stem[0] + 'ie'
    else if (end != 'ing' || !/^(even|cann|inn|earr|herr|out)$/.test(stem)) {
      const double = /([bdfgmnprt])\1$/.test(stem)
      word = double && !/^[aeo]..$/.test(stem) ? stem.slice(0, -1)
        : /(at|bl|iz)$/.test(stem) || !double && stem.length == r1 && short(stem) ? stem + 'e' : stem
    }
  }
  word = word.replace(/(.[^aeiouy])[yY]$/, '$1i')
  if (cut(END2) && stem.length >= r1) {
    if (end == 'ogi') word = stem.endsWith('l') ? stem + 'og' : word
    else if (end == 'li') word = /[cdeghkmnrt]$/.test(stem) ? stem : word
    else word = stem + STEP2.get(end)
  }
  if (cut(END3) && stem.length >= r1) word = end != 'ative' ? stem + STEP3.get(end) : stem.length >= r2 ? stem : word
  if (cut(/(ic|ance|ence|able|ible|ate|ive|ize|iti|al|ism|(?<=[st])ion|er|ous|ant|ent|ment|ement)$/) && stem.length >= r2) word = stem
  if (cut(/(e|(?<=l)l)$/) && (stem.length >= r2 || end == 'e' && stem.length >= r1 && !short(stem))) word = stem
  return word.replace(/Y/g, 'y')
}

// A word in the text, as [folded word, term] for each of its parts; most words have one.
const analysed = new Map()
const analyse = (word) => {
  let parts = analysed.get(word)
  if (!parts) {
    parts = []
    for (let [part] of fold(word).matchAll(PART)) {
      part = part.replace(/’/g, "'").replace(/^'+|'+$/g, '')
      if (/[^\0-\x7f\u0600-\u06ff]/.test(part)) part = part.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC')
      const term = part >= '\u0600' && part < '\u0700' ? arabic(part) : /^[a-z0-9']+$/.test(part) ? english(part) : part
      if (part) parts.push([part, shorten(term.replace(/'/g, ''))])
    }
    if (analysed.size > 3e4) analysed.clear()
    analysed.set(word, parts)
  }
  return parts
}
const shorten = (term) => {
  let letters = [...term].slice(0, LIMIT)
  while (bytes(letters.join('')).length > LIMIT) letters.pop()
  return letters.join('')
}
const encoder = new TextEncoder(), decoder = new TextDecoder()
// UTF-8 with a character for each byte, so that order is that of bytes.
const bytes = (text) => String.fromCharCode(...encoder.encode(text))
const escape = (text) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt()};`)
const sleep = (time) => new Promise((done) => setTimeout(done, time))

// Reads numbers and bits: Documentation/Search.md, “Shards”.
class Reader {
  constructor(data) {
    this.data = data
    this.at = this.bit = 0
  }

  number() {
    let value = 0, scale = 1, byte
    do {
      byte = this.data[this.at++]
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    return value
  }

  take(length) {
    return this.data.subarray(this.at, this.at += length)
  }

  text(length) {
    return String.fromCharCode(...this.take(length))
  }

  flag() {
    return this.data[this.at + (this.bit >> 3)] >> (this.bit++ & 7) & 1
  }

  unary() {
    let value = 0
    while (this.flag()) value++
    return value
  }
}

const readShard = (data) => {
  const heads = new Reader(data), entries = []
  let start = heads.number(), term = ''
  const end = start += heads.at
  while (heads.at < end) {
    term = term.slice(0, heads.number()) + heads.text(heads.number())
    const df = heads.number(), form = heads.number(), shown = form > 1 ? heads.text(form - 2) : form && term, size = heads.number()
    entries.push({term, df, form: shown, low: size & 15, data: data.subarray(start, start += size >> 4)})
  }
  return entries
}

// Calls visit(document, impact) for each posting of an entry.
const readPostings = ({data, df, low, term}, {impacts, most}, visit) => {
  const reader = new Reader(data)
  let document = reader.number()
  const [all, top] = most[+(term[0] == '\x01')]
  for (let left = df > all ? Math.min(top, all + (df - all >> 3)) : df; left--; ) {
    visit(document, impacts[reader.unary()])
    let gap = reader.unary()
    for (let step = low; step--; ) gap = gap * 2 + reader.flag()
    document += gap + 1
  }
}

const isNear = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0, end = 0
  while (start < one.length && one[start] == other[start]) start++
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) == other.at(-1 - end)) end++
  const left = one.slice(start, one.length - end), right = other.slice(start, other.length - end)
  return left.length < 2 && right.length < 2 || left.length == 2 && left == [...right].reverse().join('')
}

const NOTHING = []
const weigh = (units, found) => units.reduce((sum, unit, index) => sum + (found(index) ? unit.weight : 0), 0)

// The words of a text with the unit of the query that each one is, and where units stand closest.
const study = (text, units) => {
  const exact = new Set(), hits = [], words = [...text.matchAll(WORD)]
  words.forEach((word, position) => {
    for (const [folded, term] of analyse(word[0])) {
      const unit = units.findIndex((unit) => unit.terms.has(term))
      if (unit < 0) continue
      if (units[unit].folded == folded) exact.add(unit)
      hits.push([position, unit])
      break
    }
  })
  const closest = (width) => {
    let best = {weight: 0, position: 0}
    for (let first = 0; first < hits.length; first++) {
      const seen = new Set()
      for (let last = first; last < hits.length && hits[last][0] - hits[first][0] < width; last++) seen.add(hits[last][1])
      const weight = weigh(units, (unit) => seen.has(unit))
      if (weight > best.weight) best = {weight, position: hits[first][0]}
    }
    return best
  }
  return {text, words, marked: new Set(hits.map(([position]) => position)), exact: weigh(units, (unit) => exact.has(unit)), closest}
}

const marked = ({text, words, marked}, first = 0, last = words.length) => {
  let html = '', at = first ? words[first].index : 0
  for (let index = first; index < last; index++) {
    const {index: start, 0: word} = words[index]
    html += escape(text.slice(at, start)) + (marked.has(index) ? `<mark>${escape(word)}</mark>` : escape(word))
    at = start + word.length
  }
  return html + escape(last < words.length ? /^[^\n]*/.exec(text.slice(at, words[last].index))[0].trimEnd() : text.slice(at))
}

const excerpt = (studied, position) => {
  const {text, words} = studied
  let first = position, last = position
  const joined = (index) => !text.slice(words[index - 1].index, words[index].index).includes('\n')
  while (first && position - first < 6 && joined(first)) first--
  while (++last < words.length && last - first < 32 && joined(last));
  if (!words.length) return ''
  const more = last < words.length && joined(last)
  return (first && joined(first) ? '… ' : '') + marked(studied, first, last) + (more ? ' …' : '')
}

class Index {
  #base
  #fetch
  #files = new Map()
  #root

  constructor(base, fetch) {
    this.#base = new URL('search/', base).href
    this.#fetch = fetch
  }

  async load() {
    this.#files.clear()
    const root = JSON.parse(decoder.decode(await this.#get('index.bin', {cache: 'no-cache'})))
    if (root.version != 1) throw new Error('search: the index is of another version than this script; load the page again')
    let first = '', chunk = 0, document = 0
    root.first = !root.shards ? [] : root.first.split('\n').map((line) => bytes(first = first.slice(0, line[0]) + line.slice(1)))
    root.stop = new Set(root.stop.split(' '))
    root.years = []
    root.languages = root.languages.map(([lang, count, years]) => {
      for (const [year, works] of years) for (let n = 0; n < works; n++) root.years.push(year)
      const language = {lang, chunk, start: document, end: document + count}
      chunk += Math.ceil(count / 256)
      document += count
      return language
    })
    root.synonyms = root.synonyms.map((group) => group.map((phrase) => phrase.split(' ')))
    this.#root = root
  }

  async #get(path, options) {
    for (let pause = 300; ; pause *= 4) {
      try {
        const response = await this.#fetch(this.#base + path, options)
        if (!response.ok) throw Object.assign(new Error(`search: ${response.status} for ${path}`), {status: response.status})
        const stream = new Blob([await response.arrayBuffer()]).stream().pipeThrough(new DecompressionStream('deflate'))
        return new Uint8Array(await new Response(stream).arrayBuffer())
      } catch (error) {
        if (options?.signal?.aborted || error.status == 404 || pause > 2000) throw error
        await sleep(pause)
      }
    }
  }

  async #file(path, read, signal) {
    const kept = this.#files.get(path)
    if (kept) return kept
    const value = read(await this.#get(path, {signal}))
    this.#files.set(path, value)
    return value
  }

  async search(query, options = {}) {
    try {
      return await this.#search(query, options)
    } catch (error) {
      if (error.status != 404) throw error
      await this.load() // The site was published anew.
      return this.#search(query, options)
    }
  }

  async #search(query, {limit = 10, offset = 0, facets, signal, ...filters}) {
    const root = this.#root
    const {units, phrases, words} = this.#parse(String(query).slice(0, 1000).toWellFormed())
    const named = facets || filters.topic || filters.author ? ['topic', 'author'] : NOTHING
    const [shards, lists] = await Promise.all([this.#shards(units, signal), Promise.all(named.map((name) =>
      this.#file(`facets/${root.facets[name]}.bin`, (data) => JSON.parse(decoder.decode(data)), signal)))])
    const suggested = this.#resolve(units, shards)
    const {sums, covers} = this.#score(units)
    const whole = weigh(units, () => 1)
    const {passed, counts} = this.#filter(sums, filters, named, lists)
    for (const document of passed) sums[document] *= 2 * whole + covers[document]
    const {results, verified} = await this.#rank(passed, sums, {units, phrases, whole, covers, end: offset + limit, signal})
    const df = units.length == 1 && units[0].found.length == 1 && passed.length == counts.all ? units[0].found[0][0][0].df : 0
    return {
      results: results.slice(offset, offset + limit), total: verified ?? Math.max(passed.length, df), terms: units.map((unit) => unit.folded),
      suggestion: suggested.size ? words.map(([word, parts]) => suggested.get(parts[0]?.[1]) ?? word).join(' ') : undefined,
      facets: counts.facets,
    }
  }

  mark(text, terms) {
    return marked(study(text, terms.map((folded) => ({folded, weight: 1, terms: new Set(analyse(folded).map(([, term]) => term))}))))
  }

  #parse(query) {
    const {stop, synonyms} = this.#root
    const terms = (text) => [...text.matchAll(WORD)].flatMap(([word]) => analyse(word))
    const phrases = [...query.matchAll(/["“„«]([^"“”„«»]+)["”»]/g)].map(([, phrase]) => terms(phrase).map(([, term]) => term)).filter((phrase) => phrase.length > 1)
    const parts = terms(query), units = new Map()
    parts.forEach(([folded, term], start) => {
      const key = stop.has(folded) ? '\x01' + folded : term
      if (units.has(key) || units.size > 23) return
      const others = synonyms.filter((group) => group.some((phrase) => phrase.every((word, index) => parts[start + index]?.[1] == word)))
      const alternatives = others.flatMap((group) => group.filter((phrase) => phrase[0] != term))
      units.set(key, {folded, key, term, last: start == parts.length - 1, terms: new Set([term]), alternatives: [[key], ...alternatives]})
    })
    const all = [...units.values()], strong = all.filter(({key}) => key[0] != '\x01')
    return {units: strong.length ? strong : all, phrases, words: [...query.matchAll(WORD)].map(([word]) => [word, analyse(word)])}
  }

  // The shards that the units need, by number.
  async #shards(units, signal) {
    const {first, shards} = this.#root
    const numbers = new Set()
    for (const {alternatives, last, key} of units) {
      for (const term of alternatives.flat()) numbers.add(this.#shardOf(bytes(term)))
      const next = this.#shardOf(bytes(key)) + 1
      if (last && first[next]?.startsWith(bytes(key))) numbers.add(next)
    }
    return new Map(await Promise.all([...numbers].filter((number) => number >= 0).map(async (number) =>
      [number, await this.#file(`terms/${number}-${shards.substr(number * 6, 6)}.bin`, (data) => readShard(data), signal)])))
  }

  #shardOf(term) {
    return this.#root.first.findLastIndex((first) => first <= term)
  }

  // Gives each unit the entries that it is found by, as [entries of all its words, factor].
  #resolve(units, shards) {
    const suggested = new Map()
    const decode = (text) => decoder.decode(Uint8Array.from(text, (letter) => letter.charCodeAt()))
    const common = (one, other) => other.df - one.df || (one.term < other.term ? -1 : 1)
    for (const unit of units) {
      const key = bytes(unit.key), number = this.#shardOf(key)
      const near = [number, number + 1].flatMap((index) => shards.get(index) ?? NOTHING)
      const entry = (term) => shards.get(this.#shardOf(term))?.find((entry) => entry.term == term)
      unit.found = unit.alternatives.map((terms, index) => [terms.map((term) => entry(bytes(term))), index ? 3 : 4]).filter(([entries]) => entries.every(Boolean))
      for (const [entries] of unit.found) for (const {term} of entries) if (term[0] != '\x01') unit.terms.add(decode(term))
      let rare = unit.found[0]?.[0][0].df ?? 0
      if (!rare && unit.last && unit.key.length > 1) {
        for (const entry of near.filter(({term}) => term.startsWith(key)).sort(common).slice(0, 8)) unit.found.push([[rare = entry], 2])
      }
      if (!rare || rare < 3) {
        const typo = near.filter(({df, form, term}) => form && df > 20 * rare && isNear(decode(term), unit.term)).sort(common)[0]
        if (typo && unit.term.length > 3) {
          if (!rare) unit.found.push([[typo], 2])
          suggested.set(unit.term, decode(typo.form))
        }
      }
      for (const [[{term}], factor] of unit.found) if (factor == 2) unit.terms.add(decode(term))
      unit.weight = Math.max(1, ...unit.found.flatMap(([entries]) => entries.map((entry) => this.#weight(entry))))
    }
    return suggested
  }

  #weight({df}) {
    const {length} = this.#root.years
    return Math.max(1, Math.min(255, Math.round(Math.log(1 + (length - df + .5) / (df + .5)) * 20)))
  }

  #score(units) {
    const {years} = this.#root
    const sums = new Float64Array(years.length), covers = new Float64Array(years.length)
    for (const {found, weight} of units) {
      const best = new Float64Array(years.length)
      for (const [entries, factor] of found) {
        let values
        for (const entry of entries) {
          const own = new Map()
          readPostings(entry, this.#root, (document, impact) => {
            const value = impact * this.#weight(entry) * factor
            if (!values || values.has(document)) own.set(document, Math.min(value, values?.get(document) ?? value))
          })
          values = own
        }
        for (const [document, value] of values) if (value > best[document]) best[document] = value
      }
      best.forEach((value, document) => {
        if (!value) return
        sums[document] += value
        covers[document] += weight
      })
    }
    return {sums, covers}
  }

  // The documents that pass the filters, and the counts of each facet under the other filters.
  #filter(sums, filters, named, lists) {
    const {languages, years} = this.#root
    const passed = [], tables = {lang: new Map(), year: new Map()}, fails = new Uint8Array(years.length)
    const names = ['lang', 'year', ...named]
    const values = {lang: languages.flatMap(({lang, start, end}) => Array(end - start).fill(lang)), year: years}
    const wanted = (name, value) => filters[name] == null || filters[name] === '' || String(filters[name]) == value
    names.forEach((name, bit) => {
      const list = lists[bit - 2]
      const inside = list && new Uint8Array(years.length)
      for (const [key, , gaps] of list ?? NOTHING) {
        let document = 0
        if (wanted(name, key)) for (const gap of gaps) inside[document += gap] = 1
      }
      sums.forEach((sum, document) => {
        if (!(inside ? inside[document] || wanted(name, NaN) : wanted(name, values[name][document]))) fails[document] |= 1 << bit
      })
    })
    let all = 0
    sums.forEach((sum, document) => {
      if (!sum) return
      all++
      if (!fails[document]) passed.push(document)
      for (const [bit, name] of ['lang', 'year'].entries()) {
        const value = values[name][document]
        if (!(fails[document] & ~(1 << bit)) && value) tables[name].set(value, (tables[name].get(value) ?? 0) + 1)
      }
    })
    const facets = {lang: [...tables.lang], year: [...tables.year].sort(([one], [other]) => other - one)}
    named.forEach((name, index) => {
      facets[name] = lists[index].map(([key, title, gaps]) => {
        let document = 0, count = 0
        for (const gap of gaps) if (sums[document += gap] && !(fails[document] & ~(4 << index))) count++
        return [key, count, title]
      }).filter(([, count]) => count)
    })
    return {passed, counts: {all, facets}}
  }

  // The best documents in order: by the index, then each ten of them by what their texts show.
  async #rank(passed, scores, {units, phrases, whole, covers, end, signal}) {
    const size = phrases.length ? 40 : Math.ceil(end / WINDOW) * WINDOW
    const before = (one, other) => scores[other] - scores[one] || other - one
    const best = []
    for (const document of passed) {
      if (best.length == size && before(document, best[size - 1]) > 0) continue
      let at = best.length
      while (at && before(document, best[at - 1]) < 0) at--
      best.splice(at, 0, document)
      if (best.length > size) best.pop()
    }
    const results = []
    for (let start = 0; start < best.length && results.length < end; start += WINDOW) {
      let page = await Promise.all(best.slice(start, start + WINDOW).map(async (document) => {
        const head = await this.#file(this.#path(document), (data) => JSON.parse(decoder.decode(data)), signal)
        const studied = study(head.title + '\n' + head.text, units)
        const near = studied.closest(12).weight
        return {document, head, studied, score: scores[document] * (10 * whole + 6 * studied.exact + 10 * near)}
      }))
      if (phrases.length) page = await this.#withPhrases(page, phrases, units, signal)
      page.sort((one, other) => other.score - one.score || other.document - one.document)
      results.push(...page)
    }
    const shown = await Promise.all(results.slice(0, end).map((result, index) => this.#result(result, index, units, covers, signal)))
    return {results: shown, verified: phrases.length ? results.length : undefined}
  }

  #path(document, more = '') {
    const {languages, fragments} = this.#root
    const {chunk, start} = languages.find(({end}) => document < end)
    const number = document - start
    return `texts/${fragments.substr((chunk + (number >> 8)) * 8, 8)}/${number & 255}${more}.bin`
  }

  async #whole({document, head}, signal) {
    return head.more ? this.#file(this.#path(document, '-more'), (data) => decoder.decode(data), signal) : head.text
  }

  async #withPhrases(page, phrases, units, signal) {
    const holds = (terms, phrase) => terms.some((_, start) => phrase.every((term, index) => terms[start + index] == term))
    const checked = await Promise.all(page.map(async (result) => {
      const text = await this.#whole(result, signal)
      const lines = [result.head.title, ...text.split('\n')].map((line) => [...line.matchAll(WORD)].flatMap(([word]) => analyse(word).map(([, term]) => term)))
      return phrases.every((phrase) => lines.some((line) => holds(line, phrase)))
    }))
    return page.filter((_, index) => checked[index])
  }

  async #result(result, index, units, covers, signal) {
    const {head: {title, more, text, ...shown}, document, score} = result
    let studied = study(text, units), best = studied.closest(24)
    if (more && index < 2 && best.weight < covers[document]) {
      const whole = study(await this.#whole(result, signal), units), other = whole.closest(24)
      if (other.weight > best.weight) [studied, best] = [whole, other]
    }
    return {...shown, title, excerpt: excerpt(studied, best.position), score}
  }
}

// siteRoot is the address of the site's first page; fetch defaults to the browser's own.
export const open = async (siteRoot, {fetch = (...request) => globalThis.fetch(...request)} = {}) => {
  const index = new Index(siteRoot, fetch)
  await index.load()
  return index
}
export {analyse}
