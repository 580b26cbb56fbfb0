"""briefgen's PDF of one finished HTML file, and nothing else of briefgen: what pdf_time.py times.

Usage: python own_pdf.py HTML BUILT PDF

BUILT is the folder of the brief that the page shows; its evidence is attached. The file is byte for
byte that of a build.
"""

import sys
from pathlib import Path

from briefgen.rendering.pdf_pool import PdfPool


def main() -> None:
    """Write the PDF."""
    html, built, pdf = map(Path, sys.argv[1:])
    with PdfPool(1) as pool:
        # Imported while the process that writes PDFs gets ready, as a build does.
        from briefgen.built import BRIEF_NAME, RECORDS_NAME, read_brief
        from briefgen.rendering.attached import describe_files

        texts = {name: (built / name).read_bytes().decode() for name in (RECORDS_NAME, BRIEF_NAME)}
        files = describe_files(texts, read_brief(built))
        result = pool.submit(html.read_bytes().decode(), files).result()
    pdf.write_bytes(result.pdf)


if __name__ == "__main__":
    main()
