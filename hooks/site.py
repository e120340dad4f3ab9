"""The build hook of MkDocs: generated pages and files, then the Arabic site inside the English one.

MkDocs types its own objects in part only, hence Any. All that turns data into text stands in the other modules, which
know nothing of MkDocs.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from mkdocs import config as configuration  # noqa: E402
from mkdocs.commands import build  # noqa: E402 - the path above comes first
from mkdocs.plugins import CombinedEvent, event_priority  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402

import raqqa_data as rd  # noqa: E402
from hooks import blocks, generated, llms, markup, searching, weight  # noqa: E402
from hooks.words import DATASETS, Lang, named, pick  # noqa: E402

SHARED = ROOT / "docs" / "shared"
_PALETTE = re.compile(r"assets/stylesheets/palette\.\w+\.min\.css")
texts: dict[Lang, dict[str, llms.Text]] = {"en": {}, "ar": {}}


def lang_of(config: Any) -> Lang:
    """The language that a configuration builds."""
    return cast("Lang", config.theme["language"])


def site_of(config: Any) -> str:
    """The address of the site, always with a slash at its end."""
    return f"{(config.site_url or '').rstrip('/')}/"


def on_config(config: Any) -> Any:
    """Put each observation in the navigation, and the version switch where versions are published."""
    lang = lang_of(config)
    texts[lang].clear()
    pages = [
        {
            pick(heading, lang): [
                {named(record.name, lang): f"data/{dataset}/{record.field}.md"}
                for record in rd.observations
                if record.dataset == dataset
            ]
        }
        for dataset, heading in DATASETS.items()
    ]
    _extend(config.nav or [], "data/index.md", pages)
    if os.environ.get("DOCS_VERSIONS") and lang == "en":  # the list of versions lies beside the English site
        config.extra["version"] = {"provider": "mike"}
    return config


def _extend(items: list[Any], after: str, pages: list[Any]) -> None:
    for item in items:
        for inner in cast("dict[str, Any]", item).values() if isinstance(item, dict) else ():
            below: list[Any] = [] if isinstance(inner, str) else inner
            if after in below:
                below += pages
            _extend(below, after, pages)


@event_priority(50)
def on_files(files: Any, config: Any) -> Any:
    """Add the style, the scripts, the fonts, a page for each observation, and the files to download."""
    lang = lang_of(config)
    for path in sorted(SHARED.rglob("*")):
        name = path.relative_to(SHARED).as_posix()
        if path.suffix == ".woff2":
            files.append(File.generated(config, name, content=weight.font(path.name)))
        elif path.is_file():
            files.append(File.generated(config, name, abs_src_path=str(path)))
    for file in [file for file in files if _PALETTE.fullmatch(file.src_uri)]:
        files.remove(file)
        files.append(File.generated(config, file.src_uri, content=weight.palette(file.content_string)))
    for name, content in generated.files(lang):
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Fill in the blocks, and keep the text for machines."""
    del files
    lang = lang_of(config)
    text = blocks.filled(markdown, lang, page.url)
    texts[lang][page.file.src_uri] = llms.Text(page.title or "", page.url, text, str(page.meta.get("description", "")))
    return text


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Mend what the theme leaves unnamed."""
    return markup.mended(output, lang_of(config), page.url, site_of(config))


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The same for the page of missing pages; and in the sitemap the other language of each page."""
    if template_name == "sitemap.xml":
        return markup.with_languages(output_content, site_of(config), lang_of(config))
    if template_name != "404.html":
        return output_content
    return markup.mended(output_content, lang_of(config), "404.html", site_of(config))


@event_priority(-50)
def _finish(config: Any) -> None:
    folder = Path(config.site_dir)
    searching.fold_index(folder / "search" / "search_index.json")
    lang = lang_of(config)
    for name, content in llms.files(
        texts[lang], config.site_name, config.site_description or "", site_of(config)
    ).items():
        (folder / name).write_text(content, "utf-8")


@event_priority(-100)
def _build_arabic(config: Any) -> None:
    if lang_of(config) != "en":
        return
    load: Any = vars(configuration)["load_config"]  # its own types are partial
    arabic = load(
        str(ROOT / "mkdocs.ar.yml"),
        site_dir=str(Path(config.site_dir) / "ar"),
        site_url=f"{site_of(config)}ar/",
        strict=config.strict,
    )
    arabic.plugins.on_startup(command="build", dirty=False)
    try:
        build.build(arabic)
    finally:
        arabic.plugins.on_shutdown()


on_post_build = CombinedEvent(_finish, _build_arabic)
