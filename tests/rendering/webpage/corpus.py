"""A corpus about an invented valley with all that a web page shows, and an article that attacks.

It is the audit's corpus, with a source that a person checked in part, furniture, and a text that
tries to become markup, script, style or another direction of reading.
"""

import hashlib
import shutil
from pathlib import Path

RESERVOIR = Path(__file__).parents[2] / "auditing" / "reservoir"

LONG_WORD = "Wasserwirtschaftsverband" * 209  # some 5,000 letters without a place to break
ATTACKS = (
    "<script>document.title = 'taken'</script>",
    "</script><script>document.title = 'taken'</script>",
    "<img src=x onerror=\"document.title = 'taken'\">",
    '<a href="javascript:document.title = \'taken\'" onmouseover="document.title = 1">x</a>',
    "<!-- end --> <!--<script> ]]> <![CDATA[ &lt;b&gt; &#60;i>",
    "</mark></p></article></aside></main><style>* { display: none }</style>",
    '" id="pageBrief" data-c="0" autofocus onfocus="document.title = \'taken\'',
    "line\u2028separator and paragraph\u2029separator",
    "\u202eread backwards\u202c \u2066isolated",
    "{{ 7 * 7 }} ${alert(1)} %3Cscript%3E",
)
HOSTILE = "\n\n".join(
    (
        "What the mill says",
        "The water board should build the reservoir because <b>the mill</b> stands still.",
        "There will be no reservoir in this valley, said Mayor <script>Ada Brink</script>.",
        f"Every home should get a water meter, {ATTACKS[0]} and anglers should keep their fishing "
        "rights.",
        *(f"The hamlet must move, whatever stands here: {attack} The end." for attack in ATTACKS),
        f"{LONG_WORD} is a word, and the reservoir is overdue.",
    )
)
FURNISHED = """Water without words

The reservoir is overdue, and the water board should build the reservoir before the next dry summer.

Share this article

The hamlet of Low Alder must stay. Ruth Amsel said that meters punish the poor.

Photo: A. Holm

Read more: Ten walks along the Alder
"""


def write_corpus(folder: Path) -> Path:
    """Write the corpus and return its folder."""
    shutil.copytree(RESERVOIR, folder)
    (folder / "articles" / "mill.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "articles" / "walks.txt").write_bytes(FURNISHED.replace("\n", "\r\n").encode())
    (folder / "corrections.yaml").write_text(_corrections(folder), encoding="utf-8")
    return folder


def _corrections(folder: Path) -> str:
    """Return what a person confirmed: a stance of one author."""
    sha256 = hashlib.sha256((folder / "articles" / "courier.txt").read_bytes()).hexdigest()
    return f"""\
stances:
  - {{who: A. Holm, when: 2031-07-01, article: courier, sha256: {sha256}, what: confirmed,
     issue: reservoir, stance: support, was: support}}
"""
