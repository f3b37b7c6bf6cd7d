// The search page: results as one types, filters, and addresses that can be shared.
// The index is read by search/ctsite-search.js; what this page says is in search.html.

const PAGE = 10, TYPING = 150, SLOW = 400;
const FILTERS = ["lang", "topic", "year", "author"];

const find = (id) => document.getElementById(`_${id}`);
const form = find("search"), input = find("q"), narrow = find("narrow"), status = find("status");
const retry = find("retry"), meant = find("meant"), help = find("help"), browse = find("browse");
const found = find("found"), clear = find("clear");
const fieldset = narrow.querySelector("fieldset"), controls = form.elements;
const list = found.querySelector("ol"), more = found.querySelector("button");

const language = document.documentElement.lang, direction = document.documentElement.dir;
const languages = new Map([...controls.lang.options].slice(1).map((option) => [option.value, option.text]));
const directions = new Map([...controls.lang.options].map((option) => [option.value, option.dataset.dir]));

const known = (locale) => {
  try {
    return Intl.getCanonicalLocales(locale.replace(/_/g, "-"));
  } catch {
    return [];
  }
};
const locales = [...known(form.dataset.locale), language];
const { digits: numberingSystem } = form.dataset;
const numbers = new Intl.NumberFormat(locales, { numberingSystem });
const years = new Intl.NumberFormat(locales, { numberingSystem, useGrouping: false });
const dates = new Intl.DateTimeFormat(locales, {
  numberingSystem, calendar: "gregory", timeZone: "UTC", day: "numeric", month: "short", year: "numeric",
});
const months = JSON.parse(form.dataset.months);
const plurals = new Intl.PluralRules(locales);
const { compare } = new Intl.Collator(locales, { numeric: true });

// The Arabic comma before the year left CLDR's patterns in version 47; browsers have older ones.
const written = (iso) => dates.formatToParts(new Date(`${iso.slice(0, 10)}T00:00Z`)).map(({ type, value }) =>
  type == "month" ? months[iso.slice(5, 7) - 1] ?? value : value.replace("،", "")).join("");

// The count of results in the plural form that it takes: search.html has one of each.
const counted = (count) => {
  const samples = Object.entries(status.dataset).map(([key, text]) => [/^count-(\d+)$/.exec(key)?.[1], text])
    .filter(([sample]) => sample);
  const form = plurals.select(count);
  const [sample, text] = samples.find(([sample]) => plurals.select(Number(sample)) == form) ?? samples.at(-1);
  return text.replace(numbers.format(sample), numbers.format(count));
};

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// Text with marked words from the index; of its markup, only <mark> comes through.
const marked = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) =>
  node.nodeName == "MARK" ? element("mark", {}, node.textContent) : node.textContent);

// What is asked for: the words and the filters.

const filters = () => Object.fromEntries(FILTERS.map((name) => [name, controls[name].value]).filter(([, value]) => value));

const address = (query, wanted) => {
  const parameters = new URLSearchParams(Object.entries({ q: query, ...wanted }).filter(([, value]) => value));
  return location.pathname + (parameters.size ? `?${parameters}` : "");
};

const select = (name, value) => {
  const control = controls[name];
  if (![...control.options].some((option) => option.value == value)) control.append(new Option(value, value));
  control.value = value;
};

const readAddress = (typed) => {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") ?? typed;
  for (const name of FILTERS) select(name, parameters.get(name) ?? "");
};

// An address that was typed on the way to other words is replaced; one that was asked for, or was
// narrowed, stays behind.
let settled = location.href;
const words = (url) => new URL(url).searchParams.get("q");
const settle = (isStep) => {
  const next = new URL(address(input.value.trim(), filters()), location).href;
  if (isStep && next != settled) {
    const isNarrowed = next != location.href && words(next) == words(location.href);
    if (location.href != settled && !isNarrowed) history.replaceState(null, "", settled);
    history.pushState(null, "", next);
  } else if (next != location.href) {
    history.replaceState(null, "", next);
  }
  if (isStep) settled = next;
  for (const link of document.querySelectorAll(".langs a")) link.search = new URL(next).search;
};

// The index, opened once; after a failure the next call asks the server again.
let opening, attempts = 0;
const openIndex = () => opening ??= (async () => {
  const url = new URL(form.dataset.module, location);
  if (attempts++) url.search = `retry=${attempts}`;
  const { open } = await import(url);
  return open(new URL("../", url));
})().catch((error) => {
  opening = undefined;
  throw error;
});

let running, index, facets, terms = [], asked = "";

// Shows what the page asks for, up to a number of results; with from, adds to those shown.
const run = async ({ from = 0, to = PAGE } = {}) => {
  running?.abort();
  const { signal } = running = new AbortController();
  const query = input.value.trim(), wanted = filters();
  retry.hidden = true;
  if (!query) return showStart();
  const slow = setTimeout(() => { status.textContent = status.dataset.busy; }, SLOW);
  found.setAttribute("aria-busy", "true");
  try {
    index = await openIndex();
    const ask = (options) => index.search(query, { ...wanted, signal, ...options });
    const answer = await ask({ offset: from, limit: to - from, facets: Boolean(facets) });
    if (signal.aborted) return;
    clearTimeout(slow);
    show(answer, { query, wanted, from, to });
    if (narrow.open && !answer.facets.topic) await ask({ limit: PAGE, facets: true }).then(showFilters);
  } catch (error) {
    if (!signal.aborted) showError(error, from);
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) found.removeAttribute("aria-busy");
  }
};

const showStart = () => {
  asked = status.textContent = "";
  browse.hidden = false;
  found.hidden = narrow.hidden = meant.hidden = help.hidden = true;
  found.removeAttribute("aria-busy");
  list.replaceChildren();
};

const show = (answer, { query, wanted, from, to }) => {
  const { results, total, atLeast, suggestion } = answer;
  const isFiltered = Object.keys(wanted).length > 0;
  asked = query;
  terms = answer.terms;
  const items = results.map(item);
  if (from) list.append(...items);
  else list.replaceChildren(...items);
  const count = atLeast ? `${counted(total)} ${status.dataset.orMore}` : counted(total);
  status.textContent = total ? count : status.dataset[isFiltered ? "noneFiltered" : "none"];
  help.hidden = total > 0 || isFiltered;
  browse.hidden = total > 0 || isFiltered;
  found.hidden = !total;
  narrow.hidden = !total && !isFiltered;
  more.parentElement.hidden = to >= total || !results.length;
  meant.hidden = !suggestion || suggestion == query;
  if (!meant.hidden) {
    const link = meant.querySelector("a");
    link.textContent = suggestion;
    link.href = address(suggestion, wanted);
  }
  showFilters(answer);
  if (from) items[0]?.querySelector("a").focus();
};

// A result is in its own language and direction; its date is in the page's.
const item = ({ url, title, lang, date, authors = [], topics = [], retracted, excerpt }) => {
  const isOther = lang != language;
  const own = { lang, dir: directions.get(lang) ?? "auto" };
  const link = element("a", isOther ? { href: url, hreflang: lang } : { href: url }, ...marked(index.mark(title, terms)));
  const kick = topics.slice(0, 2).join(" · ");
  const meta = element("p", { class: "meta" });
  if (authors.length) meta.append(element("span", {}, new Intl.ListFormat(lang).format(authors)));
  if (date) {
    const text = isOther ? element("bdi", { lang: language, dir: direction }, written(date)) : written(date);
    meta.append(element("time", { datetime: date }, text));
  }
  const article = element("article", { class: "card", ...own });
  if (kick || isOther || retracted) {
    const line = element("p", { class: "kick" });
    if (retracted) line.append(element("span", { class: "badge", lang: language, dir: direction }, form.dataset.retracted), " ");
    if (isOther) line.append(element("span", { class: "tongue" }, languages.get(lang) ?? lang), " ");
    line.append(kick);
    article.append(line);
  }
  article.append(element("h2", {}, link));
  if (excerpt) {
    // A note in Latin letters, such as a reference, would have its full stop at the wrong end.
    const isLatin = !/[\p{sc=Arab}\p{sc=Hebr}]/u.test(excerpt) && /\p{sc=Latn}/u.test(excerpt.replace(/<[^>]*>/g, ""));
    article.append(element("p", isLatin ? { class: "x", dir: "ltr" } : { class: "x" }, ...marked(excerpt)));
  }
  if (meta.hasChildNodes()) article.append(meta);
  return element("li", {}, article);
};

const showError = (error, from) => {
  console.error(error);
  const isOutdated = /another version/.test(error.message);
  status.textContent = status.dataset[isOutdated ? "outdated" : "error"];
  retry.hidden = false;
  retry.dataset.from = from;
  if (from) return;
  list.replaceChildren();
  found.hidden = meant.hidden = help.hidden = true;
};

// The filters with the number of results that each would leave.

const showFilters = ({ facets: counts }) => {
  fieldset.disabled = false;
  if (counts.topic) facets = counts;
  const byName = ([, , one], [, , other]) => compare(one.replace(/^ال/, ""), other.replace(/^ال/, ""));
  const named = (rows) => rows.map(([key, count, names]) => [key, count, names[language] ?? Object.values(names)[0]]).sort(byName);
  const lang = new Map(counts.lang);
  fill("lang", [...languages].filter(([key]) => lang.has(key)).map(([key, name]) => [key, lang.get(key), name]));
  fill("year", counts.year.map(([year, count]) => [String(year), count, years.format(year)]));
  if (counts.topic) fill("topic", named(counts.topic));
  if (counts.author) fill("author", named(counts.author));
  clear.hidden = !Object.keys(filters()).length;
};

const fill = (name, rows) => {
  const control = controls[name], { value } = control;
  const selected = control.selectedOptions[0];
  const options = rows.map(([key, count, label]) => {
    const option = new Option(`\u2068${label}\u2069 (${numbers.format(count)})`, key);
    option.dataset.name = label;
    return option;
  });
  if (value && !rows.some(([key]) => key == value)) {
    const label = selected.dataset.name ?? languages.get(value) ?? value;
    options.push(new Option(`\u2068${label}\u2069 (${numbers.format(0)})`, value));
  }
  control.replaceChildren(control.options[0], ...options);
  control.value = value;
};

// What the reader does.

let typing;
input.addEventListener("focus", () => openIndex().catch(() => {}), { once: true });
input.addEventListener("input", ({ isComposing }) => {
  clearTimeout(typing);
  if (isComposing) return;
  typing = setTimeout(() => {
    if (input.value.trim() == asked && retry.hidden) return;
    settle(false);
    run();
  }, TYPING);
});
input.addEventListener("compositionend", () => input.dispatchEvent(new Event("input")));
const step = () => {
  clearTimeout(typing);
  settle(true);
  run();
};
form.addEventListener("submit", (event) => {
  event.preventDefault();
  step();
});
fieldset.addEventListener("change", step);
clear.addEventListener("click", () => {
  for (const name of FILTERS) controls[name].value = "";
  controls.lang.focus();
  step();
});
narrow.addEventListener("toggle", () => {
  if (narrow.open && !narrow.hidden && !facets) run({ to: Math.max(PAGE, list.children.length) });
});
meant.querySelector("a").addEventListener("click", (event) => {
  event.preventDefault();
  input.value = event.target.textContent;
  input.focus();
  step();
});
const showMore = (from) => {
  const to = from + PAGE;
  history.replaceState({ to }, "");
  return run({ from, to });
};
more.addEventListener("click", () => showMore(list.children.length));
retry.addEventListener("click", () => {
  const from = Number(retry.dataset.from);
  input.focus();
  if (from) showMore(from);
  else run();
});

const restore = (typed) => {
  clearTimeout(typing);
  settled = location.href;
  readAddress(typed);
  settle(false);
  run({ to: history.state?.to ?? PAGE });
};
addEventListener("popstate", () => restore(""));
narrow.open = matchMedia("(min-width: 48em)").matches;
// Over a slow line, readers type before this script is there.
restore(input.value);
if (Object.keys(filters()).length) narrow.open = true;
