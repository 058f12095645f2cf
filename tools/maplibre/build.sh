#!/bin/sh
# Bundles MapLibre GL JS and PMTiles, both with their licences. Needs node and npm.
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
# The build for strict policies, whose worker is a file of its own. Without the address of the map of the source, which
# is not shipped and which browsers would ask for.
for name in maplibre-gl-csp-worker.js maplibre-gl.css; do
  grep -v '^//# sourceMappingURL=' "node_modules/maplibre-gl/dist/$name" > "$out/$name"
done
{
  printf '/*! MapLibre GL JS 5.0.0, BSD-3-Clause: see LICENSE beside this file */\n'
  printf 'import lib from "maplibre-gl/dist/maplibre-gl-csp.js";\nexport const { Map, Marker, addProtocol, setWorkerUrl } = lib;\n' > map.js
  npx esbuild map.js --bundle --minify --format=esm --target=es2020 --legal-comments=none
} > "$out/maplibre-gl.mjs"
{
  printf '/*! PMTiles 4.5.0, BSD-3-Clause; fflate, MIT: see LICENSE beside this file */\n'
  printf 'export { Protocol } from "pmtiles";\n' > entry.js
  npx esbuild entry.js --bundle --minify --format=esm --target=es2020 --legal-comments=none
} > "$out/pmtiles.mjs"
{
  printf 'maplibre-gl.mjs, maplibre-gl-csp-worker.js and maplibre-gl.css are MapLibre GL JS 5.0.0; pmtiles.mjs is a bundle\nof PMTiles 4.5.0 with fflate. MapLibre GL JS holds parts of the works named after its own licence.\n'
  printf '\n== MapLibre GL JS ==\n\n'; cat node_modules/maplibre-gl/LICENSE.txt
  printf '\n== PMTiles ==\n\nBSD 3-Clause License\n\n'; cat "$here/LICENSE-pmtiles"
  for name in fflate earcut geojson-vt gl-matrix kdbush murmurhash-js pbf potpack quickselect supercluster tinyqueue \
    vt-pbf @mapbox/geojson-rewind @mapbox/point-geometry @mapbox/tiny-sdf \
    @mapbox/unitbezier @mapbox/vector-tile @mapbox/whoots-js @maplibre/maplibre-gl-style-spec; do
    printf '\n== %s ==\n\n' "$name"
    cat node_modules/$name/LICENSE* node_modules/$name/LICENCE* node_modules/$name/license* 2>/dev/null || true
    sed -n 's/^  "license": /\nlicense: /p' node_modules/$name/package.json
  done
} > "$out/LICENSE"
