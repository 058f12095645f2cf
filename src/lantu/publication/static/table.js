// Filters and sorts the table of commitments. The rows come as a program (rows.js), because a page opened from a
// folder may not fetch anything; they are loaded when somebody first asks for them. Without this script the table
// stays as it was written.
(function () {
  "use strict";
  const form = document.getElementById("filter");
  const table = document.querySelector("table.list");
  if (!form || !table) return;
  const SVG = "http://www.w3.org/2000/svg";
  const PORTION = 200;
  const words = form.elements.words;
  const choices = ["theme", "verdict", "office", "year", "grade"].map((name) => form.elements[name]).filter(Boolean);
  const status = document.getElementById("status");
  const body = table.tBodies[0];
  const pager = document.getElementById("pager");
  const more = document.createElement("button");
  const state = { column: "", falling: false, shown: PORTION, found: [] };
  let data = null, waiting = null;

  const COLUMNS = {
    promise: (row) => row.words,
    target: (row) => row.target,
    deadline: (row) => row.deadline || null,
    reached: (row) => row.reached,
    verdict: (row) => row.rank,
  };

  function load(then) {
    if (data) return then();
    waiting = then;
    if (document.getElementById("rows")) return;
    const script = document.createElement("script");
    script.id = "rows";
    script.src = form.dataset.rows;
    script.addEventListener("load", () => {
      data = prepare(window.lantuTable);
      waiting();
    });
    document.head.append(script);
  }

  function prepare(raw) {
    const order = Object.keys(raw.verdicts);
    const rows = raw.rows.map(([id, lead, quote, rest, number, kind, target, deadline, period, reached, share, review, grade, offices]) => ({
      id, lead, quote, rest, kind, target, deadline, period, reached, share, review,
      words: lead + quote + rest, rank: order.indexOf(kind),
      theme: [raw.themes[number]], verdict: [kind], year: [(deadline || "").slice(0, 4)], grade: [grade],
      office: offices.map((office) => raw.offices[office]),
      text: [lead, quote, rest, raw.names[number], target, period, raw.verdicts[kind][0], ...offices.map((office) => raw.officeNames[office])]
        .join(" ").toLowerCase(),
    }));
    return { rows, verdicts: raw.verdicts };
  }

  function matching() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = data.rows.filter((row) =>
      choices.every((choice) => !choice.value || row[choice.id].includes(choice.value)) &&
      wanted.every((word) => row.text.includes(word)));
    const key = COLUMNS[state.column];
    if (!key) return found;
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const sign = state.falling ? -1 : 1;
    // What has no value stays last whichever way the column is sorted.
    return found.map((row) => [key(row), row]).sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return sign * (typeof a === "number" ? a - b : collator.compare(a, b));
    }).map(([, row]) => row);
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function badge(kind) {
    const [label, family, path] = data.verdicts[kind];
    const icon = document.createElementNS(SVG, "svg"), line = document.createElementNS(SVG, "path");
    for (const [key, value] of Object.entries({ class: "icon", viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" })) icon.setAttribute(key, value);
    line.setAttribute("d", path);
    icon.append(line);
    return element("span", { class: "verdict f-" + family }, icon, label);
  }

  function line(row) {
    const link = element("a", { href: form.dataset.up + "commitments/" + row.id + ".html", lang: "zh-Hans" },
      row.lead, element("mark", {}, row.quote), row.rest);
    const last = element("td", {}, badge(row.kind));
    if (row.review) last.append(" ", element("span", { class: "review" }, form.dataset.review));
    return element("tr", {}, element("th", { scope: "row" }, link),
      element("td", { class: "wide" }, row.target), element("td", { class: "wide whole" }, row.period),
      element("td", { class: "middle" }, row.share), last);
  }

  function draw() {
    const part = state.found.slice(0, state.shown);
    body.replaceChildren(...part.map(line));
    if (!part.length) body.append(element("tr", {}, element("td", { colspan: "5" }, form.dataset.none)));
    more.hidden = state.found.length <= state.shown;
    status.textContent = form.dataset.found.replace("{shown}", part.length)
      .replace("{found}", state.found.length).replace("{all}", data.rows.length);
    if (pager) pager.hidden = true;
  }

  function update() {
    load(() => {
      state.found = matching();
      state.shown = PORTION;
      draw();
      remember();
    });
  }

  function remember() {
    const kept = new URLSearchParams();
    for (const field of [words, ...choices]) if (field.value) kept.set(field.id, field.value);
    if (state.column) kept.set("sort", (state.falling ? "-" : "") + state.column);
    const hash = kept.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname.split("/").pop());
  }

  function recall() {
    const kept = new URLSearchParams(location.hash.slice(1));
    words.value = kept.get("words") || "";
    for (const choice of choices) choice.value = kept.get(choice.id) || "";
    const sort = kept.get("sort") || "";
    state.falling = sort.startsWith("-");
    state.column = sort.replace("-", "");
    arrows();
    if (location.hash.length > 1) update();
  }

  function arrows() {
    for (const head of table.tHead.rows[0].cells) {
      const own = head.dataset.sort === state.column;
      head.setAttribute("aria-sort", own ? (state.falling ? "descending" : "ascending") : "none");
    }
  }

  function sortable(head) {
    const button = element("button", { type: "button" }, head.textContent);
    button.addEventListener("click", () => {
      state.falling = state.column === head.dataset.sort && !state.falling;
      state.column = head.dataset.sort;
      arrows();
      update();
    });
    head.replaceChildren(button);
  }

  for (const head of table.tHead.rows[0].cells) sortable(head);
  more.type = "button";
  more.className = "more";
  more.hidden = true;
  more.textContent = form.dataset.more;
  more.addEventListener("click", () => { state.shown += PORTION; draw(); });
  table.parentElement.after(more);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  form.addEventListener("reset", () => {
    state.column = "";
    state.falling = false;
    arrows();
    setTimeout(update);
  });
  addEventListener("hashchange", recall);
  recall();
})();
