"""What papers put before a headline to say what kind of piece it is. General English."""

import re

_KICKERS = """
    opinion commentary editorial analysis viewpoint perspective column op-ed oped letter essay
    review guest-essay guest-column
""".split()
_KICKER = re.compile(
    rf"(?:{'|'.join(each.replace('-', '[- ]?') for each in _KICKERS)})\s*[:|–—]\s+(?=\S)",
    re.IGNORECASE,
)


def without_kicker(title: str) -> str:
    """Return a headline without "Opinion:" and the like before it."""
    return _KICKER.sub("", title, count=1) if _KICKER.match(title) else title
