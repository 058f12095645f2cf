#!/bin/sh
# Copies MapLibre GL JS (as it is published) and bundles PMTiles, both with their licences. Needs node and npm.
# Usage: tools/maplibre/build.sh   (writes src/lantu/publication/static/vendor/maplibre/)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../src/lantu/publication/static/vendor/maplibre
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$work"
cd "$work"
npm install --no-audit --no-fund --ignore-scripts
mkdir -p "$out"
for name in maplibre-gl.mjs maplibre-gl-worker.mjs maplibre-gl.css; do
  # Without the address of the map of the source, which is not shipped and which browsers would ask for.
  grep -v '^//# sourceMappingURL=' "node_modules/maplibre-gl/dist/$name" > "$out/$name"
done
{
  printf '/*! PMTiles 4.5.0, BSD-3-Clause; fflate, MIT: see LICENSE beside this file */\n'
  printf 'export { Protocol } from "pmtiles";\n' > entry.js
  npx esbuild entry.js --bundle --minify --format=esm --target=es2020 --legal-comments=none
} > "$out/pmtiles.mjs"
{
  printf 'maplibre-gl.mjs, maplibre-gl-worker.mjs and maplibre-gl.css are MapLibre GL JS 6.17.0; pmtiles.mjs is a bundle\nof PMTiles 4.5.0 with fflate. MapLibre GL JS holds parts of the works named after its own licence.\n'
  printf '\n== MapLibre GL JS ==\n\n'; cat node_modules/maplibre-gl/LICENSE.txt
  printf '\n== PMTiles ==\n\nBSD 3-Clause License\n\n'; cat "$here/LICENSE-pmtiles"
  for name in fflate earcut gl-matrix kdbush murmurhash-js pbf potpack quickselect tinyqueue bidi-js \
    @mapbox/point-geometry @mapbox/tiny-sdf @mapbox/unitbezier @mapbox/vector-tile @maplibre/geojson-vt \
    @maplibre/maplibre-gl-style-spec @maplibre/mlt @maplibre/vt-pbf; do
    printf '\n== %s ==\n\n' "$name"
    cat node_modules/$name/LICENSE* node_modules/$name/LICENCE* node_modules/$name/license* 2>/dev/null || true
    sed -n 's/^  "license": /\nlicense: /p' node_modules/$name/package.json
  done
} > "$out/LICENSE"
