// Draws a measured map with ECharts on a flat plane of metres: from a disk, and wherever tiles cannot be drawn.
window.lantuFlatMap = function (box, data, colours, hear) {
  "use strict";
  const DEGREE = 111195, middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  const lon = middle(data.lon), lat = middle(data.lat), shrink = Math.cos(lat * Math.PI / 180);
  const plane = (east, north) => [(east - lon) * DEGREE * shrink, (north - lat) * DEGREE];
  const cells = data.lon.map((east, n) => plane(east, data.lat[n]));
  const half = Math.max(...cells.map(([x]) => Math.abs(x))) + data.side, tall = Math.max(...cells.map(([, y]) => Math.abs(y))) + data.side;
  const chart = window.echarts.init(box, null, { renderer: "canvas" });
  let marked = -1, later = false, view = { x: [0, 100], y: [0, 100] };

  function extent() {
    const per = Math.max(2 * half / box.clientWidth, 2 * tall / box.clientHeight);
    return [per * box.clientWidth / 2, per * box.clientHeight / 2];
  }

  function square(n, api, style) {
    const at = api.coord(cells[n]), [wide, high] = api.size([data.side, data.side]);
    return { type: "rect", shape: { x: at[0] - wide / 2, y: at[1] - high / 2, width: wide, height: high }, style };
  }

  function way(number, api) {
    const [a, b, c, d] = data.ways[number], from = api.coord(plane(a, b)), to = api.coord(plane(c, d));
    return { type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: colours.way, lineWidth: 1.5 } };
  }

  function options() {
    const [x, y] = extent(), axis = { type: "value", show: false };
    const zoom = { type: "inside", filterMode: "none", zoomOnMouseWheel: "ctrl", preventDefaultMouseMove: false, minSpan: 2 };
    return {
      animation: false, aria: { enabled: false }, grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { ...axis, min: -x, max: x }, yAxis: { ...axis, min: -y, max: y },
      dataZoom: [{ ...zoom, xAxisIndex: 0, start: view.x[0], end: view.x[1] }, { ...zoom, yAxisIndex: 0, start: view.y[0], end: view.y[1] }],
      series: [
        { id: "ways", type: "custom", silent: true, clip: true, data: data.ways.map((_, n) => n), renderItem: (params, api) => way(params.dataIndex, api) },
        { id: "cells", type: "custom", clip: true, cursor: "pointer", data: cells, renderItem: (params, api) => square(params.dataIndex, api, { fill: colours.steps[(later ? data.next.class : data.class)[params.dataIndex]], opacity: 0.85 }) },
        { id: "facilities", type: "scatter", silent: true, symbolSize: data.facilities.lon.length > 100 ? 5 : 9, data: data.facilities.lon.map((east, n) => plane(east, data.facilities.lat[n])), itemStyle: { color: colours.facility, borderColor: colours.page, borderWidth: 1.5, opacity: 1 } },
        { id: "next", type: "scatter", silent: true, symbolSize: 20, data: later ? data.next.lon.map((east, n) => plane(east, data.next.lat[n])) : [],
          itemStyle: { color: colours.next, borderColor: "#111", borderWidth: 1, opacity: 1 },
          label: { show: true, formatter: (item) => String(item.dataIndex + 1), color: "#111", fontWeight: "bold" } },
        { id: "marked", type: "custom", silent: true, clip: true, data: marked < 0 ? [] : [cells[marked]], renderItem: (params, api) => square(marked, api, { fill: "transparent", stroke: colours.ink, lineWidth: 3 }) },
      ],
    };
  }

  const draw = () => chart.setOption(options(), true);
  function look(x, y) {
    view = { x, y };
    chart.dispatchAction({ type: "dataZoom", batch: [{ dataZoomIndex: 0, start: x[0], end: x[1] }, { dataZoomIndex: 1, start: y[0], end: y[1] }] });
  }
  const shift = ([from, to], by) => { const moved = Math.min(Math.max(by, -from), 100 - to); return [from + moved, to + moved]; };
  function scale([from, to], by, around) {
    const wide = Math.min(100, Math.max(2, (to - from) / by)), start = around - (around - from) * wide / (to - from);
    return shift([start, start + wide], 0);
  }
  function place(n) { // of a cell, in per cent of the whole; the middle of the view where none is marked
    const [x, y] = extent();
    return n < 0 ? [(view.x[0] + view.x[1]) / 2, (view.y[0] + view.y[1]) / 2] : [50 + 50 * cells[n][0] / x, 50 + 50 * cells[n][1] / y];
  }
  draw();
  chart.on("mouseover", { seriesId: "cells" }, (event) => hear.over(event.dataIndex));
  chart.on("mouseout", { seriesId: "cells" }, () => hear.over(-1));
  chart.on("click", { seriesId: "cells" }, (event) => hear.choose(event.dataIndex));
  chart.on("dataZoom", () => {
    const [x, y] = chart.getOption().dataZoom;
    view = { x: [x.start, x.end], y: [y.start, y.end] };
    box.style.touchAction = view.x[1] - view.x[0] < 99 ? "none" : "pan-y"; // a map that fits lets the page be scrolled
    hear.moved();
  });
  new ResizeObserver(() => { chart.resize(); draw(); hear.moved(); }).observe(box);
  return {
    later(yes) { later = yes; draw(); },
    paint(found) { colours = found; draw(); },
    zoom(by) { const [x, y] = place(marked); look(scale(view.x, by, x), scale(view.y, by, y)); },
    metres: () => 2 * extent()[0] * (view.x[1] - view.x[0]) / 100 / box.clientWidth,
    mark(n) {
      marked = n;
      draw();
      const at = place(n), seen = ([from, to], where) => where > from + 0.05 * (to - from) && where < to - 0.05 * (to - from);
      if (!seen(view.x, at[0]) || !seen(view.y, at[1])) look(shift(view.x, at[0] - (view.x[0] + view.x[1]) / 2), shift(view.y, at[1] - (view.y[0] + view.y[1]) / 2));
    },
  };
};
