"""The documentation site: plain functions from data to Markdown, HTML and SVG, and one build hook that calls them."""
