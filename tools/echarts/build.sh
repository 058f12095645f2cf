#!/bin/sh
# Builds the bundle of Apache ECharts that the site ships, with its licences. Needs node and npm.
# Usage: tools/echarts/build.sh   (writes src/lantu/publication/static/vendor/)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../src/lantu/publication/static/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/entry.js" "$work"
cd "$work"
npm install --no-audit --no-fund --ignore-scripts
mkdir -p "$out"
{
  printf '/*! Apache ECharts 6.1.0, Apache-2.0; zrender, BSD-3-Clause; parts of d3, BSD-3-Clause; tslib, 0BSD: see LICENSE and NOTICE beside this file */\n'
  npx esbuild entry.js --bundle --minify --format=iife --global-name=echarts --target=es2020 --legal-comments=none
} > "$out/echarts.js"
cp node_modules/echarts/NOTICE "$out/NOTICE"
{
  printf 'echarts.js is a bundle of parts of these works.\n\n== Apache ECharts ==\n\n'
  cat node_modules/echarts/LICENSE
  printf '\n== zrender ==\n\n'; cat node_modules/zrender/LICENSE
  printf '\n== d3 (parts, within ECharts) ==\n\n'; cat node_modules/echarts/licenses/LICENSE-d3
  printf '\n== tslib ==\n\n'; cat node_modules/tslib/LICENSE.txt
} > "$out/LICENSE"
