// Draws the chart of a commitment with ECharts over the picture that the page was written with. Numbers and words
// come with the page (data-chart); colours come from its style sheet, so that dark mode and print follow. ECharts is
// loaded when a reader comes near: it weighs more than all the rest of the page, and the picture stands until then.
(function () {
  "use strict";
  const figure = document.querySelector("figure.course");
  if (!figure) return;
  const data = JSON.parse(figure.dataset.chart);
  const box = figure.querySelector(".chart");
  const time = (day) => Date.parse(day + "T00:00:00Z");

  function tick(value) {
    const near = data.ticks.find(([known]) => Math.abs(known - value) <= 1e-9 * Math.max(1, Math.abs(known)));
    return near ? near[1] : "";
  }

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const found = {};
    for (const name of ["ink", "soft", "line", "page", "progress-bar", "card"]) found[name] = style.getPropertyValue("--" + name).trim();
    return found;
  }

  function upright(day, name, colour, type) {
    return { xAxis: time(day), name, lineStyle: { color: colour, type, width: 1.5 } };
  }

  function whiskers(colour) {
    return (params, api) => {
      const point = data.points[params.dataIndex], shapes = [];
      const at = (day, value) => api.coord([time(day), value]);
      const line = (from, to, dash) => shapes.push({
        type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
        style: { stroke: colour["progress-bar"], lineWidth: 3, lineDash: dash },
      });
      line(at(point.first, point.value), at(point.last, point.value), null);
      if (point.open) {
        const low = point.low === null ? data.bottom : point.low, high = point.high === null ? data.top : point.high;
        line(at(point.last, low), at(point.last, high), [3, 4]);
      }
      return { type: "group", children: shapes };
    };
  }

  function options(colour) {
    const text = { color: colour.soft, fontFamily: getComputedStyle(document.body).fontFamily };
    const axis = { axisLine: { lineStyle: { color: colour.line } }, splitLine: { show: true, lineStyle: { color: colour.line } }, axisLabel: text };
    const series = [{
      type: "custom", name: "days", renderItem: whiskers(colour), silent: true, clip: true,
      data: data.points.map((point) => [time(point.last), point.value]),
      markLine: {
        silent: true, symbol: "none", animation: false, label: { show: false },
        data: [
          upright(data.deadline, data.words.deadline, colour.soft, "solid"),
          upright(data.on, data.words.on, colour.soft, "dotted"),
          ...data.target.map((end, number) => ({
            yAxis: end, lineStyle: { color: colour.ink, type: "solid", width: 2 },
            label: { show: number === data.target.length - 1, position: data.label_below ? "insideStartBottom" : "insideStartTop", formatter: data.words.target, color: colour.ink, fontWeight: "bold", fontFamily: text.fontFamily },
          })),
        ],
      },
    }];
    if (data.pace) series.push({
      type: "line", name: data.words.pace, data: data.pace.map(([day, value]) => [time(day), value]), showSymbol: false, silent: true,
      lineStyle: { color: colour.soft, type: "dashed", width: 2 },
    });
    if (data.baseline !== null) series.push({
      type: "scatter", name: data.words.baseline, data: [[data.pace ? time(data.pace[0][0]) : time(data.first), data.baseline]],
      symbolSize: 10, itemStyle: { color: colour.page, borderColor: colour.ink, borderWidth: 2 },
    });
    if (data.counted) series.push({
      type: "scatter", name: data.counted.words, data: [[time(data.counted.day), data.counted.value]], symbol: "diamond", symbolSize: 18,
      cursor: "default", itemStyle: { color: colour.ink, borderColor: colour.page, borderWidth: 2, opacity: 1 },
    });
    series.push({
      type: "scatter", data: data.points.map((point) => [time(point.last), point.value]), symbolSize: 22, cursor: "default",
      itemStyle: { color: colour["progress-bar"], borderColor: colour.page, borderWidth: 2, opacity: 1 },
      label: { show: true, formatter: (item) => String(data.points[item.dataIndex].number), color: "#fff", fontWeight: "bold" },
    });
    return {
      animation: false, aria: { enabled: false }, series,
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: "time", min: time(data.first), max: time(data.last), minInterval: 2.6e9, ...axis,
        axisLabel: { ...text, hideOverlap: true, formatter: (value) => new Date(value).toISOString().slice(0, 7) } },
      yAxis: { type: "value", min: data.bottom, max: data.top, ...axis,
        axisLabel: { ...text, customValues: data.ticks.map(([value]) => value), formatter: tick },
        axisTick: { show: false, customValues: data.ticks.map(([value]) => value) } },
      tooltip: {
        trigger: "item", renderMode: "richText", confine: true, backgroundColor: colour.card, borderColor: colour.soft,
        textStyle: { color: colour.ink, fontFamily: text.fontFamily },
        formatter: (item) => item.seriesType === "scatter" && item.seriesIndex === series.length - 1 ? data.points[item.dataIndex].words : item.seriesName,
      },
    };
  }

  function begin() {
    figure.classList.add("drawn");
    const drawn = window.echarts.init(box, null, { renderer: "canvas" });
    const draw = () => drawn.setOption(options(colours()), true);
    draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    new ResizeObserver(() => drawn.resize()).observe(box);
    addEventListener("beforeprint", () => figure.classList.remove("drawn"));
    addEventListener("afterprint", () => figure.classList.add("drawn"));
  }

  new IntersectionObserver((seen, watch) => {
    if (!seen.some((each) => each.isIntersecting)) return;
    watch.disconnect();
    const script = document.createElement("script");
    script.src = figure.dataset.echarts;
    script.addEventListener("load", begin);
    document.head.append(script);
  }, { rootMargin: "300px" }).observe(figure);
})();
