// Searches commitments (rows.js) and everything else (search.js of the language), both loaded as scripts when
// somebody first asks: of a large plan they weigh more than all else. Every word must occur; an English word also stands for the Chinese words of terms. What holds all words in a row comes first.
(function () {
  "use strict";
  const form = document.getElementById("search");
  if (!form) return;
  const PORTION = 20;
  const words = form.elements.words, status = document.getElementById("status"), results = document.getElementById("results");
  let table, index, all = null, waiting = null;

  function load(then) {
    if (all) return then();
    waiting = then;
    if (document.getElementById("rows")) return;
    const loaded = [["rows", form.dataset.rows], ["index", form.dataset.index]].map(([id, src]) => new Promise((done) => {
      const script = document.createElement("script");
      script.id = id;
      script.src = src;
      script.addEventListener("load", done);
      document.head.append(script);
    }));
    Promise.all(loaded).then(() => {
      [table, index] = [window.lantuTable, window.lantuIndex];
      all = entries();
      waiting();
    });
  }

  const entries = () => [
    ...table.rows.map(([id, lead, quote, rest, theme, kind, target, , period]) => ({
      sort: "commitment", words: lead + quote + rest, path: "commitments/" + id + ".html", kind,
      text: [lead + quote + rest, table.names[theme], table.verdicts[kind][0], target, period, id].join(" ").toLowerCase(),
    })),
    ...index.found.map(([sort, shown, path, more]) => ({ sort, words: shown, path, text: (shown + " " + more).toLowerCase() })),
  ];

  function meanings(word) {
    const single = word.replace(/ies$/, "y").replace(/s$/, "");
    return [word, ...(index.terms[word] || index.terms[single] || [])];
  }

  // Each wanted word is a list of spellings, of which one must occur.
  function score(entry, wanted) {
    let total = 0;
    for (const spellings of wanted) {
      const best = Math.max(...spellings.map((word, place) =>
        entry.text.includes(word) ? (entry.words.toLowerCase().includes(word) ? 2 : 1) - place / 100 : 0));
      if (best <= 0) return 0;
      total += best;
    }
    return total;
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function marked(text, wanted) {
    const spellings = wanted.flat().filter((word) => text.toLowerCase().includes(word)).sort((a, b) => b.length - a.length);
    if (!spellings.length) return [text];
    const pattern = new RegExp("(" + spellings.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|") + ")", "gi");
    return text.split(pattern).map((part, place) => place % 2 ? element("mark", {}, part) : part);
  }

  function badge(kind) {
    const [label, family] = table.verdicts[kind];
    return element("span", { class: "verdict f-" + family }, label);
  }

  function line(entry, wanted) {
    const chinese = /[\u4e00-\u9fff]/.test(entry.words) ? { lang: "zh-Hans" } : {};
    const item = element("li", {}, element("a", { href: form.dataset.up + entry.path, ...chinese }, ...marked(entry.words, wanted)));
    if (entry.kind) item.append(" ", badge(entry.kind));
    return item;
  }

  function section(sort, entries, wanted) {
    const heading = element("h2", { id: "s-" + sort }, index.sorts[sort] + " ", element("span", { class: "count" }, String(entries.length)));
    const list = element("ul", { class: "hits" }, ...entries.slice(0, PORTION).map((entry) => line(entry, wanted)));
    const made = element("section", { "aria-labelledby": "s-" + sort }, heading, list);
    if (entries.length > PORTION) {
      const more = element("button", { type: "button", class: "more" }, form.dataset.more);
      more.addEventListener("click", () => {
        const shown = list.children.length;
        list.append(...entries.slice(shown, shown + PORTION * 5).map((entry) => line(entry, wanted)));
        more.hidden = list.children.length >= entries.length;
        list.children[shown].querySelector("a").focus();
      });
      made.append(more);
    }
    return made;
  }

  function search() {
    const typed = words.value.trim().toLowerCase();
    history.replaceState(null, "", typed ? "#" + new URLSearchParams({ words: typed }) : location.pathname.split("/").pop());
    if (!typed) {
      waiting = () => {};
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    load(() => show(typed));
  }

  function show(typed) {
    const wanted = typed.split(/[\s\u3000]+/).filter(Boolean).map(meanings);
    const hits = all.map((entry) => [score(entry, wanted), entry]).filter(([points]) => points > 0)
      .sort(([a], [b]) => b - a).map(([, entry]) => entry);
    status.textContent = hits.length ? form.dataset.found.replace("{found}", hits.length) : form.dataset.none;
    results.replaceChildren(...Object.keys(index.sorts).map((sort) => [sort, hits.filter((entry) => entry.sort === sort)])
      .filter(([, entries]) => entries.length).map(([sort, entries]) => section(sort, entries, wanted)));
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", search);
  const recall = () => { words.value = new URLSearchParams(location.hash.slice(1)).get("words") || ""; search(); };
  addEventListener("hashchange", recall);
  recall();
  words.focus();
})();
