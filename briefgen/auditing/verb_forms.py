"""The forms of the English verbs of saying, made from their lists."""

from collections.abc import Iterator

from briefgen.auditing.saying_words import DOUBTING_VERBS, ENDORSING_VERBS, PLAIN_VERBS

_IRREGULAR = {
    "said": "plain", "thought": "plain", "told": "plain", "wrote": "plain",
    "understood": "endorsing",
}  # fmt: skip


def english_verbs() -> dict[str, str]:
    """Return the forms with the class of each verb."""
    return {
        **{form: "plain" for verb in PLAIN_VERBS for form in _forms(verb)},
        **{form: "doubting" for verb in DOUBTING_VERBS for form in _forms(verb)},
        **{form: "endorsing" for verb in ENDORSING_VERBS for form in _forms(verb)},
        **_IRREGULAR,
    }


def _forms(verb: str) -> Iterator[str]:
    """Yield the forms of a regular verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    yield verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    yield f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    yield from (f"{stem}ed", f"{stem}ing")
    if verb[-1] in "gt" and verb[-2] in "aeiou":
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
