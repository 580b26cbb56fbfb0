"""Interviews and debates printed as turns: "HOLT: The toll stays."."""

from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.voices.noun_phrases import Mention

_MAX_NAME_TOKENS = 5
_MIN_TURNS = 3
"""Fewer lines that begin with a name and a colon are lists or headings."""


def find_turns(text: str, sentences: list[Sentence]) -> dict[int, tuple[int, Mention]]:
    """Return the turns of a transcript.

    Returns:
        For each sentence that somebody speaks in a turn, by its index: the number of the token at
        which the speech begins, and the speaker. Empty where the article is no transcript.
    """
    turns: dict[int, tuple[int, Mention]] = {}
    speakers: list[Mention] = []
    speaker: Mention | None = None
    paragraph = -1
    for sentence in sentences:
        first = 0
        if sentence.paragraph != paragraph:
            paragraph, speaker = sentence.paragraph, _speaker(text, sentence)
            if speaker is not None:
                speakers.append(speaker)
                first = speaker.last + 2
        if speaker is not None and first < len(sentence.tokens):
            turns[sentence.index] = first, speaker
    repeated = len(speakers) > len({speaker.name for speaker in speakers})
    return turns if len(speakers) >= _MIN_TURNS and repeated else {}


def _speaker(text: str, sentence: Sentence) -> Mention | None:
    tokens = sentence.tokens
    colon = next((i for i, t in enumerate(tokens[: _MAX_NAME_TOKENS + 1]) if t.text == ":"), None)
    if not colon:
        return None
    name = [token for token in tokens[:colon] if token.is_word]
    if not name or not all(token.capital for token in name):
        return None
    start, end = sentence.starts[0], sentence.ends[colon - 1]
    return Mention(start, end, 0, colon - 1, text[start:end], None, "name")
