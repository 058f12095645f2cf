// Brings the maps of measured values to life: a place that is pointed at, tapped or reached by keys tells why it counts
// as served or not. Over http(s) MapLibre draws them from tiles of this site; from a disk, or where there is no WebGL,
// ECharts draws the same places. Without scripts the drawn picture stays.
(function () {
  "use strict";
  const lang = document.documentElement.lang;
  const number = (value) => value.toLocaleString(lang, { maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0 });
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  function load(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, onload: done, onerror: () => failed(new Error(address)) });
      document.head.append(script);
    });
  }

  function element(name, text, ...children) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  }

  function why(data, n) {
    const words = data.words, own = data.readings[0], weight = data.weight[n], served = own.served[n], cost = own.cost[n];
    const told = (value) => fill(data.unit, { figure: number(value) });
    const said = [served >= weight ? words.all : served > 0 ? fill(words.some, { served: number(served), weight: number(weight) }) : words.nobody];
    if (cost === null) said.push(data.bounded ? fill(words.not_within, { limit: told(data.limit) }) : words.no_way);
    else {
      if (data.nearest[n] >= 0) said.push(fill(words.nearest, { name: data.facilities.name[data.nearest[n]], cost: told(cost) }));
      const over = Math.round(10 * (cost - data.limit)) / 10;
      said.push(fill(over > 0 ? words.over : words.within, { over: told(over), limit: told(data.limit) }));
    }
    const crow = data.readings.find((one) => one.way === "straight");
    if (served <= 0 && crow && crow !== own && crow.served[n] >= weight) said.push(words.crow);
    return said.join(lang.startsWith("zh") ? "" : " ");
  }

  function table(data, n) {
    const words = data.words, told = (value) => (value === null ? words.none : fill(data.unit, { figure: number(value) }));
    const heads = [words.reading, words.cost, words.served].map((text) => Object.assign(element("th", text), { scope: "col" }));
    const shown = data.next ? [data.readings[0], { ...data.next, name: words.next }, ...data.readings.slice(1)] : data.readings;
    const rows = shown.map((one) => element("tr", "", Object.assign(element("th", one.name), { scope: "row" }),
      element("td", told(one.cost[n])), element("td", number(one.served[n]))));
    return element("table", "", element("thead", "", element("tr", "", ...heads)), element("tbody", "", ...rows));
  }

  function card(data, n) {
    const alone = data.places[n] === 1, words = data.words;
    const name = alone ? fill(words.place, { name: data.name[n] }) : fill(words.square, { side: number(data.side), count: number(data.places[n]) });
    const district = data.districts ? " · " + data.district_names[data.districts[n]] : "";
    const people = ` · ${data.what} ${number(data.weight[n])}`;
    return [element("p", "", element("b", name), district + people), element("p", why(data, n)), table(data, n)];
  }

  // The nearest place in a direction, those straight ahead before those aside.
  function beside(data, n, east, north) {
    const shrink = Math.cos(data.lat[n] * Math.PI / 180);
    let best = n, least = Infinity;
    for (let i = 0; i < data.lon.length; i++) {
      const x = (data.lon[i] - data.lon[n]) * shrink, y = data.lat[i] - data.lat[n];
      const ahead = x * east + y * north, aside = Math.abs(x * north - y * east);
      if (ahead > 1e-9 && aside <= ahead && ahead + 2 * aside < least) [best, least] = [i, ahead + 2 * aside];
    }
    return best;
  }

  function colours() {
    const style = getComputedStyle(document.documentElement), of = (name) => style.getPropertyValue("--" + name).trim();
    return { steps: [0, 1, 2, 3, 4].map((n) => of("reach-" + n)), facility: of("facility"), next: of("next"), way: of("way"), page: of("page"), ink: of("ink") };
  }

  async function draw(figure, data, ground, hear) {
    const { static: folder, tiles } = figure.dataset;
    if (location.protocol.startsWith("http")) {
      try {
        const { draw } = await import(new URL(folder + "map_tiles.mjs", document.baseURI));
        return await draw(ground, data, new URL(tiles, document.baseURI).href, colours(), hear);
      } catch (error) {
        console.info(`drawn without tiles: ${error.message}`);
        ground.replaceChildren();
        ground.className = "ground";
      }
    }
    if (!window.echarts) await load(folder + "vendor/echarts.js");
    await load(folder + "map_flat.js");
    return window.lantuFlatMap(ground, data, colours(), hear);
  }

  async function start(figure) {
    await load(figure.dataset.cells);
    const data = window.lantuMaps[figure.dataset.map], ground = figure.querySelector(".ground"), panel = figure.querySelector(".card");
    const left = data.readings[0].served.map((served, n) => [data.weight[n] - served, n]).filter(([lost]) => lost > 0.5);
    left.sort((one, other) => other[0] - one[0] || one[1] - other[1]);
    let chosen = -1, next = 0, drawn = null;

    const tell = (n) => panel.replaceChildren(...card(data, n));
    function choose(n) {
      chosen = n;
      tell(n);
      drawn.mark(n);
    }
    function measure() {
      const wide = 120 * drawn.metres(), size = [1, 2, 5].map((step) => step * 10 ** Math.floor(Math.log10(wide))).filter((step) => step <= wide).pop();
      figure.querySelector(".scale i").style.width = `${size / drawn.metres()}px`;
      figure.querySelector(".scale b").textContent = size < 1000 ? fill(data.metres, { figure: number(size) }) : fill(data.words.scale, { figure: number(size / 1000) });
    }
    const hear = {
      choose,
      over: (n) => { if (n >= 0 || chosen >= 0) tell(n >= 0 ? n : chosen); },
      moved: () => drawn && measure(),
    };
    drawn = await draw(figure, data, ground, hear);
    measure();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.paint(colours()));
    for (const button of figure.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => drawn.zoom(Number(button.dataset.zoom)));
    figure.querySelector("[data-next]").addEventListener("click", () => {
      if (next < left.length) choose(left[next++][1]);
      else { panel.replaceChildren(element("p", data.words.last)); next = 0; }
    });
    const after = figure.querySelector("[data-after]");
    if (after) after.addEventListener("click", () => {
      const pressed = after.getAttribute("aria-pressed") !== "true";
      after.setAttribute("aria-pressed", String(pressed));
      drawn.later(pressed);
    });
    ground.addEventListener("keydown", (event) => {
      const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (way) choose(chosen < 0 ? (left[0] || [0, 0])[1] : beside(data, chosen, ...way));
      else if (event.key === "+" || event.key === "=") drawn.zoom(2);
      else if (event.key === "-") drawn.zoom(0.5);
      else return;
      event.preventDefault();
    });
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      start(target).catch((error) => { target.classList.replace("drawn", "failed"); console.info(error.message); });
    }
  }, { rootMargin: "300px" });
  document.querySelectorAll("figure.map").forEach((figure) => {
    figure.classList.add("drawn"); // for browsers whose styles cannot ask whether there are scripts
    seen.observe(figure);
  });
})();
