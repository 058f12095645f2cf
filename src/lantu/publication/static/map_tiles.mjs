// Draws a measured map with MapLibre from one PMTiles file of this site, of which only the tiles in view are read.
import { Map, Marker, addProtocol, setWorkerUrl } from "./vendor/maplibre/maplibre-gl.mjs";
import { Protocol } from "./vendor/maplibre/pmtiles.mjs";

setWorkerUrl(new URL("vendor/maplibre/maplibre-gl-csp-worker.js", import.meta.url).href);
addProtocol("pmtiles", new Protocol().tile);

function styled() {
  const address = new URL("vendor/maplibre/maplibre-gl.css", import.meta.url).href;
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  return new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done, onerror: () => failed(new Error(address)) });
    document.head.append(link);
  });
}

function layers(data, colours, later) {
  const step = ["match", ["get", later ? "a" : "c"], ...colours.steps.slice(0, -1).flatMap((colour, n) => [n, colour]), colours.steps.at(-1)];
  const on = { source: "map" };
  return [
    { id: "page", type: "background", paint: { "background-color": colours.page } },
    { ...on, id: "ways", type: "line", "source-layer": "ways", paint: { "line-color": colours.way, "line-width": 1.5 } },
    { ...on, id: "cells", type: "fill", "source-layer": "cells", paint: { "fill-color": step, "fill-opacity": 0.85 } },
    { ...on, id: "marked", type: "line", "source-layer": "cells", filter: ["==", ["get", "n"], -1], paint: { "line-color": colours.ink, "line-width": 3 } },
    { ...on, id: "facilities", type: "circle", "source-layer": "facilities", paint: { "circle-color": colours.facility, "circle-radius": data.facilities.lon.length > 100 ? 3 : 5, "circle-stroke-color": colours.page, "circle-stroke-width": 1.5 } },
  ];
}

export async function draw(box, data, tiles, colours, hear) {
  await styled();
  const margin = data.side / 111195, ends = (values) => [Math.min(...values) - margin, Math.max(...values) + margin];
  const [west, east] = ends(data.lon), [south, north] = ends(data.lat);
  let marked = -1, later = false;
  const style = () => ({ version: 8, sources: { map: { type: "vector", url: `pmtiles://${tiles}` } }, layers: layers(data, colours, later) });
  const map = new Map({
    container: box, style: style(), bounds: [west, south, east, north], fitBoundsOptions: { padding: 12 },
    attributionControl: false, keyboard: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0,
    cooperativeGestures: false, scrollZoom: false, maxZoom: 18,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().tabIndex = -1; // the box itself is what the keyboard reaches
  map.getCanvas().setAttribute("aria-hidden", "true");
  map.getCanvas().removeAttribute("role");
  await new Promise((done, failed) => {
    map.once("idle", done);
    map.once("error", (event) => failed(event.error));
  }).catch((error) => { map.remove(); throw error; });
  const fits = map.getZoom();
  box.addEventListener("wheel", (event) => { // with Ctrl, as on other maps; without it the page scrolls
    if (event.ctrlKey) { event.preventDefault(); map.zoomTo(map.getZoom() - event.deltaY / 200, { around: map.unproject([event.offsetX, event.offsetY]), animate: false }); }
  }, { passive: false });
  map.on("mousemove", "cells", (event) => { map.getCanvas().style.cursor = "pointer"; hear.over(event.features[0].properties.n); });
  map.on("mouseleave", "cells", () => { map.getCanvas().style.cursor = ""; hear.over(-1); });
  map.on("click", "cells", (event) => hear.choose(event.features[0].properties.n));
  map.on("move", hear.moved);
  const mark = () => map.setFilter("marked", ["==", ["get", "n"], marked]);
  // Numbers are HTML: letters drawn by MapLibre would need a font of its own.
  const numbers = (data.next ? data.next.lon : []).map((east, n) => {
    const element = Object.assign(document.createElement("b"), { className: "order", textContent: n + 1 });
    return new Marker({ element }).setLngLat([east, data.next.lat[n]]);
  });
  const restyle = () => { map.once("styledata", mark); map.setStyle(style()); };
  return {
    later(yes) { later = yes; restyle(); numbers.forEach((one) => (yes ? one.addTo(map) : one.remove())); },
    paint(found) { colours = found; restyle(); },
    zoom(by) { map.zoomTo(Math.max(map.getZoom() + Math.log2(by), fits - 1), { animate: false, around: marked < 0 ? map.getCenter() : [data.lon[marked], data.lat[marked]] }); },
    metres() {
      const y = box.clientHeight / 2, from = map.unproject([0, y]), to = map.unproject([100, y]);
      return from.distanceTo(to) / 100;
    },
    mark(n) {
      marked = n;
      mark();
      if (!map.getBounds().contains([data.lon[n], data.lat[n]])) map.panTo([data.lon[n], data.lat[n]], { animate: false });
    },
  };
}
