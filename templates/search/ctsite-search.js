/* The search of a ctsite site. No dependencies; browsers, and node 20 or newer with a fetch for files.

   import {open} from './search/ctsite-search.js'
   const index = await open(siteRoot, {fetch})
   const answer = await index.search(query, {limit, offset, lang, topic, year, author, facets, signal})

   answer: {results, total, terms, suggestion, facets}
     results     [{url, title, lang, date, authors, topics, retracted, excerpt, score}]; excerpt is HTML with <mark>
     terms       the words that were searched, folded; titles are marked with index.mark(title, terms)
     suggestion  the query with misspelt words mended, or undefined
     atLeast     true where the index does not have all documents of a common word
     facets      {lang, year[, topic, author]}: [[key, count, names]]; topic and author with facets: true
   search throws what the fetch threw, after two more tries, and AbortError once signal is aborted.
   The format: Documentation/Search.md. */

const SEPARATORS = String.raw`\0-&(-/:-@[-\x60{-\xa9\xab\xac\xae-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u060c\u061b\u061d-\u061f\u066a-\u066d\u06d4\u2000-\u200a\u2010-\u2018\u201a-\u2029\u202f-\u205f\u2190-\u2bff\u3000-\u3020\u30fb\ufd3e\ufd3f\ufe30-\ufe6b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffc\ufffd\u{1f000}-\u{1faff}`
const WORD = new RegExp(`[^${SEPARATORS}]+`, 'gu')
const PART = new RegExp(`((?![${SEPARATORS}])[\\u0600-\\u06ff])+|[^${SEPARATORS}\\u0600-\\u06ff]+`, 'gu')

const fold = text => text.normalize('NFKC').toLowerCase()
  .replace(/[\xad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g, '')
  .replace(/[آأإٱ]/g, 'ا').replace(/[ىیئې]/g, 'ي').replace(/ک/g, 'ك').replace(/[ةۀہھ]/g, 'ه').replace(/ؤ/g, 'و').replace(/ς/g, 'σ')
  .replace(/[٠-٩۰-۹]/g, digit => digit.charCodeAt() & 15)

const SUFFIX = /(?<=...)(هما|تها|هم|نا|ها|ان|ات|ون|ين|يه|ته|وا|[هيا])$/
const arabic = word => {
  let stem = word.replace(/^([وف]بال|وكال|ولل|فلل|[وفبك]?ال|لل)(?=...)/, '')
  if (stem == word) stem = word.replace(/^[وفبل](?=....)(ال(?=...))?/, '')
  return stem.replace(SUFFIX, '').replace(SUFFIX, '')
}

// Porter2 as of Snowball 3.1: https://snowballstem.org/algorithms/english/stemmer.html
// Endings with what takes their place, the shorter ones first; whole words without that stay.
const endings = text => {
  const pairs = text.split(' ').map(pair => pair.split('>'))
  return [new RegExp(`(${pairs.map(([end]) => end).join('|')})$`), pairs]
}
const WHOLE = new Map(endings('skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl sky news howe atlas cosmos bias andes')[1])
const STEP2 = endings('(?<=[cdeghkmnrt])li> (?<=l)ogi>og bli>ble alli>al izer>ize ator>ate anci>ance enci>ence abli>able ousli>ous entli>ent aliti>al iviti>ive alism>al ation>ate fulli>ful ogist>og biliti>ble tional>tion lessli>less ational>ate ization>ize iveness>ive fulness>ful ousness>ous')
const STEP3 = endings('ful> ness> ical>ic icate>ic alize>al iciti>ic ative> tional>tion ational>ate')
const STEP4 = endings('(?<=[st])ion> ic> er> al> ism> ate> ive> ize> iti> ous> ant> ent> ment> ance> ence> able> ible> ement>')
const region = (word, from) => from + (/^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(word.slice(from))?.[0].length ?? word.length - from)
const isShort = stem => /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/.test(stem)
const english = word => {
  if (WHOLE.has(word) || word.length < 3) return WHOLE.get(word) ?? word
  word = word.replace(/^'/, '').replace(/(^|[aeiouy])y/g, '$1Y')
  const r1 = /^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word)?.[0].length ?? region(word, 0), r2 = region(word, r1)
  const step = ([pattern, pairs], least) => {
    const {0: end, index} = pattern.exec(word) ?? []
    if (index >= least) word = word.slice(0, index) + pairs.find(([other]) => other.endsWith(end))[1]
  }
  word = word.replace(/'s'$|'s?$/, '').replace(/(ss)es$|(..i)e[ds]$|(ie)[ds]$|(?<=[aeiouy].*[^us])s$/, '$1$2$3')
  const [all = '', end] = /(eed|ed|ing)(ly)?$/.exec(word) ?? [], stem = all && word.slice(0, -all.length)
  if (end == 'eed') {
    if (stem.length >= r1 && !/^(succ|proc|exc)$/.test(stem)) word = stem + 'ee'
  } else if (all == 'ing' && /^[^aeiouy]y$/.test(stem)) word = stem[0] + 'ie'
  else if (/[aeiouy]/.test(stem) && !(all == 'ing' && /^(even|cann|inn|earr|herr|out)$/.test(stem))) {
    if (/([bdfgmnprt])\1$/.test(stem)) word = /^[aeo]..$/.test(stem) ? stem : stem.slice(0, -1)
    else word = /(at|bl|iz)$/.test(stem) || stem.length == r1 && isShort(stem) ? stem + 'e' : stem
  }
  word = word.replace(/(.[^aeiouy])[yY]$/, '$1i')
  step(STEP2, r1)
  step(STEP3, /ative$/.test(word) ? r2 : r1)
  step(STEP4, r2)
  const last = word.slice(0, -1)
  if (/e$/.test(word) ? last.length >= r2 || last.length >= r1 && !isShort(last) : /ll$/.test(word) && last.length >= r2) word = last
  return word.replace(/Y/g, 'y')
}

// A word of a text, as [folded word, term] for each of its parts; most words have one.
const decoder = new TextDecoder(), analysed = new Map()
export const analyse = word => {
  let parts = analysed.get(word)
  if (!parts) {
    parts = []
    for (let [part] of fold(word).matchAll(PART)) {
      part = part.replace(/’/g, "'").replace(/^'+|'+$/g, '').normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC')
      const term = (/^[\u0600-\u06ff]/.test(part) ? arabic(part) : /^[a-z0-9']+$/.test(part) ? english(part) : part).replace(/'/g, '')
      if (part) parts.push([part, term.slice(0, 32).toWellFormed()])
    }
    analysed.set(word, parts)
  }
  return parts
}
const wordsOf = text => [...text.matchAll(WORD)]
const partsOf = text => wordsOf(text).flatMap(([word]) => analyse(word))
const termsOf = text => partsOf(text).map(([, term]) => term)
const escape = text => text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt()};`)
const weigh = units => [...units].reduce((sum, {weight}) => sum + weight, 0)

// The terms of a shard: Documentation/Search.md, “Shards”.
const readShard = buffer => {
  const data = new Uint8Array(buffer)
  let start = 2 + data[0] + data[1] * 256, at = 0, term = ''
  const heads = decoder.decode(data.subarray(2, start)), entries = []
  const number = () => heads.charCodeAt(at++), text = length => heads.slice(at, at += length)
  while (at < heads.length) {
    term = term.slice(0, number()) + text(number())
    const df = number(), form = number(), shown = form > 1 ? text(form - 2) : form && term
    entries.push({term, df, form: shown, data: data.subarray(start, start += number())})
  }
  return entries
}

// The documents of an entry, each with its impact times a weight.
const readPostings = ({data}, impacts, weight) => {
  let bit = 0, document = -1
  const postings = new Map()
  const flag = () => data[bit >> 3] >> (bit++ & 7) & 1
  const unary = () => {
    let value = 0
    while (flag()) value++
    return value
  }
  const number = bits => {
    let value = 0
    for (let index = 0; index < bits; index++) value |= flag() << index
    return value
  }
  let low = number(4)
  if (low > 14) {
    const least = number(5)
    impacts = impacts.filter(impact => impact >= least)
    low = number(4)
  }
  while (true) {
    document += 1 + (unary() << low) + number(low)
    const value = impacts[unary()] * weight
    if (bit > data.length * 8) return postings
    postings.set(document, value)
  }
}

// Whether two different words differ by one letter: added, left out, changed, or two changed about.
const isNear = (one, other) => {
  let start = 0
  while (one[start] == other[start]) start++
  const rest = (skip, otherSkip) => one.slice(start + skip) == other.slice(start + otherSkip)
  return rest(1, 1) || rest(0, 1) || rest(1, 0) || one[start] == other[start + 1] && one[start + 1] == other[start] && rest(2, 2)
}

// The words of a text, and the units of the query that stand in it, with their positions.
const study = (text, units) => {
  const words = wordsOf(text), exact = new Set(), hits = new Map()
  words.forEach(([word], position) => {
    for (const [folded, term] of analyse(word)) {
      const unit = units.find(({terms}) => terms.includes(term))
      if (!unit || hits.has(position)) continue
      hits.set(position, unit)
      if (unit.folded == folded) exact.add(unit)
    }
  })
  return {text, words, exact, hits}
}

// Where most of the query stands within so many words.
const closest = ({hits}, width) => {
  let best = {weight: 0, position: 0}
  const found = [...hits]
  found.forEach(([position], first) => {
    const near = new Set()
    for (let last = first; found[last]?.[0] < position + width; last++) near.add(found[last][1])
    const weight = weigh(near)
    if (weight > best.weight) best = {weight, position}
  })
  return best
}

const marked = ({text, words, hits}, first = 0, last) => {
  let html = '', at = first && words[first].index
  words.slice(first, last).forEach(({index, 0: word}, offset) => {
    const shown = escape(word)
    html += escape(text.slice(at, index)) + (hits.has(first + offset) ? `<mark>${shown}</mark>` : shown)
    at = index + word.length
  })
  return html + escape(text.slice(at, words[last]?.index).split('\n')[0].trimEnd())
}

const excerpt = (studied, position) => {
  const {text, words} = studied
  let first = position, last = position
  const joined = position => words[position] && position && !text.slice(words[position - 1].index, words[position].index).includes('\n')
  while (position - first < 6 && joined(first)) first--
  while (joined(++last) && last - first < 32);
  return (joined(first) ? '… ' : '') + marked(studied, first, last) + (joined(last) ? ' …' : '')
}

// siteRoot is the address of the site's first page; fetch defaults to the browser's own.
export const open = async (siteRoot, {fetch = globalThis.fetch} = {}) => {
  const base = new URL('search/', siteRoot), files = new Map()
  let root

  // Fetches a file as 'json', 'text' or 'arrayBuffer'.
  const get = async (path, type, options) => {
    for (let pause = 300; ; pause *= 4) {
      try {
        const response = await fetch(base + path, options)
        if (!response.ok) throw new Error(`search: ${response.status} for ${path}`, {cause: response.status})
        return await new Response((await response.blob()).stream().pipeThrough(new DecompressionStream('deflate')))[type]()
      } catch (error) {
        if (options.signal?.aborted || error.cause == 404 || pause > 2000) throw error
        await new Promise(done => setTimeout(done, pause))
      }
    }
  }
  // The rows of a facet, with documents in the place of the gaps between them.
  const readRows = rows => rows.map(([key, gaps, names]) => {
    let document = 0
    return [key, gaps.map(gap => document += gap), names]
  })

  const load = async () => {
    files.clear()
    root = await get('index.bin', 'json', {cache: 'no-cache'})
    if (root.version != 4) throw new Error('search: the index is of another version')
    let first = ''
    root.first = root.first.split('\n').map(line => first = first.slice(0, line[0]) + line.slice(1))
    root.end = root.fragments.length * 32
  }

  const file = async (path, type, signal) => {
    if (!files.has(path)) files.set(path, await get(path, type, {signal}))
    return files.get(path)
  }
  const fragment = (document, more, type, signal) =>
    file(`texts/${document >> 8}/${document & 255}${more}.bin?${root.fragments.substr((document >> 8) * 8, 8)}`, type, signal)
  const wholeText = ({document, head}, signal) => head.more ? fragment(document, '-more', 'text', signal) : head.text

  const keyOf = ([folded, term]) => root.stop.includes(folded) ? '\x01' + folded : term
  const weightOf = ({df}) => Math.max(1, Math.round(Math.log(1 + (root.count - df + .5) / (df + .5)) * 20))
  const shardOf = term => root.first.findLastIndex(first => first <= term)

  // The words of a query that count, each with the phrases of terms that it is looked for by.
  const parse = query => {
    const parts = partsOf(query), units = []
    parts.forEach(([folded, term], start) => {
      const key = keyOf(parts[start])
      if (units[23] || units.some(unit => unit.key == key)) return
      const groups = root.synonyms.filter(group => group.some(phrase => phrase.every((word, index) => parts[start + index]?.[1] == word)))
      units.push({folded, key, last: start == parts.length - 1, terms: [term], phrases: [[key], ...groups.flat().filter(([word]) => word != term)]})
    })
    const strong = units.filter(({key}) => key[0] != '\x01')
    return strong.length ? strong : units
  }

  // The entries of the shards in which the units stand, by term.
  const fetchEntries = async (units, signal) => {
    const numbers = new Set()
    for (const {phrases, last, key} of units) {
      for (const term of phrases.flat()) numbers.add(shardOf(term))
      const next = shardOf(key) + 1
      if (last && root.first[next]?.startsWith(key)) numbers.add(next)
    }
    const shards = await Promise.all([...numbers].filter(number => root.shards[number * 8]).map(number =>
      file(`terms/${root.shards.substr(number * 8, 8)}.bin`, 'arrayBuffer', signal)))
    return new Map(shards.flatMap(readShard).map(entry => [entry.term, entry]))
  }

  // Gives each unit the entries that it is found by, as [entries of all its words, factor]; returns
  // what may have been meant by words that are misspelt, by their keys.
  const resolve = (units, entries) => {
    const known = [...entries.values()].sort((one, other) => other.df - one.df || (one.term < other.term ? -1 : 1)), meant = new Map()
    for (const unit of units) {
      const {key, last, phrases, terms} = unit
      unit.found = phrases.map((phrase, index) => [phrase.map(term => entries.get(term)), index ? 3 : 4]).filter(([entries]) => entries.every(Boolean))
      const rare = unit.found[0]?.[0][0].df ?? 0
      let others = rare || !last || !key[1] ? [] : known.filter(({term}) => term.startsWith(key)).slice(0, 8)
      if (rare < 3 && key[3] && !others.length) {
        const typo = known.find(({df, form, term}) => form && df > 20 * rare && isNear(term, key))
        if (typo) meant.set(key, typo.form)
        if (typo && !rare) others = [typo]
      }
      // Endings are cut from terms, and this word may have half of one.
      if (!rare && last && !others.length) others = known.filter(({term}) => term[3] && !key[term.length + 3] && key.startsWith(term)).sort((one, other) => other.term.length - one.term.length).slice(0, 1)
      unit.found.push(...others.map(entry => [[entry], 2]))
      const all = unit.found.flatMap(([entries]) => entries)
      for (const {term} of all) if (term[0] != '\x01') terms.push(term)
      unit.weight = Math.max(1, ...all.map(weightOf))
    }
    return meant
  }

  // A word mended, or in its proper spelling, where the index has it.
  const spelt = (word, entries, meant) => {
    const [part = []] = analyse(word), key = keyOf(part), form = entries.get(key)?.form
    return meant.get(key) ?? (form && analyse(form)[0][0] == part[0] ? form : word)
  }

  // What the index alone says of each document: sums of impacts, and the weight of the words it has.
  const score = units => {
    const sums = new Float64Array(root.end), covers = new Float64Array(root.end), documents = []
    let cut = false
    for (const {found, weight} of units) {
      const best = new Map()
      for (const [entries, factor] of found) {
        const lists = entries.map(entry => readPostings(entry, root.impacts, weightOf(entry) * factor))
        cut ||= entries.some(({df}, index) => df > lists[index].size)
        for (const document of lists[0].keys()) {
          const value = Math.min(...lists.map(list => list.get(document) ?? 0))
          if (value > (best.get(document) ?? 0)) best.set(document, value)
        }
      }
      for (const [document, value] of best) {
        if (!sums[document]) documents.push(document)
        sums[document] += value
        covers[document] += weight
      }
    }
    return {sums, covers, documents, cut}
  }

  // The documents that pass the filters, and the counts of each facet under the other filters.
  const filter = (sums, found, filters, facets) => {
    const wanted = facets.map(([name, rows]) => filters[name] && new Set(rows.find(([key]) => key == filters[name])?.[1]))
    const passes = (document, facet) => sums[document] && wanted.every((set, index) => !set || index == facet || set.has(document))
    return {
      passed: found.filter(document => passes(document)),
      counts: Object.fromEntries(facets.map(([name, rows], facet) =>
        [name, rows.map(([key, documents, names]) => [key, documents.filter(document => passes(document, facet)).length, names]).filter(([, count]) => count)])),
    }
  }

  // Whether a result has all phrases of the query, each in one line.
  const holds = async (result, phrases, signal) => {
    const lines = [result.head.title, ...(await wholeText(result, signal)).split('\n')].map(termsOf)
    return phrases.every(phrase => lines.some(line => line.some((_, start) => phrase.every((term, index) => line[start + index] == term))))
  }

  // The documents in order: by the index, then each ten of them by what their heads show.
  const rank = async (documents, scores, {units, phrases, end, signal}) => {
    const best = documents.sort((one, other) => scores[other] - scores[one] || other - one).slice(0, phrases.length ? 40 : Math.ceil(end / 10) * 10)
    const results = []
    while (best.length && results.length < end) {
      const page = await Promise.all(best.splice(0, 10).map(async document => {
        const head = await fragment(document, '', 'json', signal)
        const studied = study(head.title + '\n' + head.text, units)
        const result = {document, head, score: scores[document] * (10 * weigh(units) + 6 * weigh(studied.exact) + 10 * closest(studied, 12).weight)}
        return (!phrases.length || await holds(result, phrases, signal)) && result
      }))
      results.push(...page.filter(Boolean).sort((one, other) => other.score - one.score || other.document - one.document))
    }
    return results
  }

  const show = async (result, isFirst, units, covers, signal) => {
    const {head: {more, text, ...shown}, document, score} = result
    let studied = study(text, units), best = closest(studied, 24)
    if (more && isFirst && best.weight < covers[document]) {
      const whole = study(await wholeText(result, signal), units), other = closest(whole, 24)
      if (other.weight > best.weight) [studied, best] = [whole, other]
    }
    return {...shown, excerpt: excerpt(studied, best.position), score}
  }

  const ask = async (query, {limit = 10, offset = 0, facets, signal, ...filters}) => {
    query = query.slice(0, 1000).toWellFormed()
    const units = parse(query), end = offset + limit
    const phrases = [...query.matchAll(/["“„«]([^"“”„«»]+)["”»]/g)].map(([, phrase]) => termsOf(phrase)).filter(phrase => phrase[1])
    const [entries, lists] = await Promise.all([fetchEntries(units, signal), Promise.all(Object.entries(root.facets)
      .filter(([name, rows]) => rows.map || facets || filters[name])
      .map(async ([name, rows]) => [name, readRows(rows.map ? rows : await file(`facets/${rows}.bin`, 'json', signal))]))])
    const meant = resolve(units, entries), {sums, covers, documents, cut} = score(units), {passed, counts} = filter(sums, documents, filters, lists)
    for (const document of passed) sums[document] *= 2 * weigh(units) + covers[document]
    const total = passed.length
    const results = await rank(passed, sums, {units, phrases, end, signal})
    const only = units.length == 1 && units[0].found.length == 1 && total == documents.length && units[0].found[0][0][0].df
    return {
      results: await Promise.all(results.slice(offset, end).map((result, index) => show(result, offset + index < 2, units, covers, signal))),
      total: phrases.length ? results.length : only || total,
      atLeast: cut && !only,
      terms: units.map(({folded}) => folded),
      suggestion: meant.size ? query.replace(WORD, word => spelt(word, entries, meant)) : undefined,
      facets: counts,
    }
  }

  await load()
  return {
    search: (query, options = {}) => ask(query, options).catch(async error => {
      if (error.cause != 404) throw error
      await load() // The site was published anew.
      return ask(query, options)
    }),
    mark: (text, terms) => marked(study(text, terms.map(folded => ({folded, terms: termsOf(folded)})))),
  }
}
