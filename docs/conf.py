"""How Sphinx builds these pages: ``sphinx-build docs site-docs`` (needs sphinx, myst-parser and furo)."""

project = "lantu"
author = "the lantu contributors"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "lantu 蓝图"
language = "en"
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
# Everything is served from these files: no fonts, scripts or images of other hosts.
html_theme_options = {"source_repository": "", "footer_icons": []}
