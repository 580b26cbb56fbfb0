"""WeasyPrint alone: one HTML file to PDF, as a program of one's own would do it.

Usage: python bare_weasyprint.py HTML PDF shown|hidden

The yardstick of build_time.py and pdf_time.py. It uses the same fonts and options as briefgen and
nothing else of it: no waiting process, no warm-up, no mending of tags, no files in the PDF. It is
told whether the page shows its contents list, which briefgen has to find out.
"""

import hashlib
import sys
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcherResponse

from briefgen.rendering.pdf_worker import CONTENTS_SHEETS, font_css, font_files

FILES = font_files()


def fetch(url: str) -> URLFetcherResponse:
    """Return a packaged font."""
    return URLFetcherResponse(url, FILES[url].read_bytes())


def main() -> None:
    """Write the PDF."""
    html = Path(sys.argv[1]).read_text(encoding="utf-8")
    fonts = FontConfiguration()
    contents = CONTENTS_SHEETS[sys.argv[3] == "shown"]
    pdf = weasyprint.HTML(string=html, url_fetcher=fetch).write_pdf(
        stylesheets=[
            weasyprint.CSS(string=font_css(), font_config=fonts, url_fetcher=fetch),
            weasyprint.CSS(string=contents),
        ],
        font_config=fonts,
        pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        pdf_variant="pdf/ua-1",
    )
    Path(sys.argv[2]).write_bytes(pdf)


if __name__ == "__main__":
    main()
