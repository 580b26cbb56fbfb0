"""Articles as no editor would send them: real ones, broken in every way that files get broken.

The same number gives the same article.
"""

from collections.abc import Callable, Sequence
from random import Random

WINDOW_CHARACTERS = 1_000
"""How much of an article is taken; ten thousand whole ones would take half an hour."""
MIN_CHARACTERS = 200
_CONTROLS = (
    *("\x01", "\x07", "\x0b", "\x1b[31m", "\x1c", "\x85", "\ufeff", "\u00ad", "\ufffd", "\u0301"),
    *("\u200b", "\u200d", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u2028", "\u2029"),
)
_MARKS = (
    *("“", "”", "‘", "’", "„", "«", "»", '"', "'", "''", "``", "(", ")", "[", "]", "—", "–", "--"),
    *(",", ";", ":", ".", "...", "…", "?", "!", "?!", "'s", "’s", "&", "/", "\\", "*", "_", "#"),
)
_SPEECH = (
    *(" said ", " said that ", " that ", " he said that she said that ", " according to ", " who "),
    *("he said: “she said: ‘they said: ", " because ", " provided that ", " only if ", " should "),
    *("; let ", " but ", " not ", " they ", " it ", "Mr. ", "U.S. ", " of the ", " and "),
)
_BREAKS = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n\r", "\u2028", "\x85", "\x0c", " \n\t\n")
_SCRIPTS = (0x0391, 0x0430, 0x05D0, 0x0627, 0x0905, 0x0E01, 0x3042, 0x4E00, 0xAC00, 0x1D400)
"""Where the letters of ten scripts begin, those of mathematics beyond the first plane."""
_LETTERS = 24

Mutation = Callable[[str, Random], str]


def mutate(articles: Sequence[str], number: int) -> bytes:
    """Return the file of the mutated article *number*, made from one of *articles*."""
    random = Random(number)
    whole = random.choice(articles)
    start = random.randrange(max(1, len(whole) - WINDOW_CHARACTERS))
    text = whole[start : start + random.randint(MIN_CHARACTERS, WINDOW_CHARACTERS)]
    for mutation in random.sample(MUTATIONS, random.choice((1, 1, 2, 3))):
        text = mutation(text, random)
    return _encode(text, random)


def _truncate(text: str, random: Random) -> str:
    return text[: random.randint(1, max(1, len(text)))]


def _shuffle_words(text: str, random: Random) -> str:
    words = text.split(" ")
    random.shuffle(words)
    return " ".join(words)


def _shuffle_letters(text: str, random: Random) -> str:
    return "".join(random.sample(text, len(text)))


def _reverse(text: str, random: Random) -> str:
    return text[::-1]


def _swap_case(text: str, random: Random) -> str:
    return random.choice((text.swapcase(), text.upper(), text.lower(), text.title()))


def _sprinkle(pieces: Sequence[str]) -> Mutation:
    def sprinkle(text: str, random: Random) -> str:
        often = random.choice((0.002, 0.02, 0.2))
        return "".join(
            letter + (random.choice(pieces) if random.random() < often else "") for letter in text
        )

    return sprinkle


def _other_script(text: str, random: Random) -> str:
    first = random.choice(_SCRIPTS)
    share = random.choice((0.1, 0.5, 1.0))
    return "".join(
        chr(first + ord(letter) % _LETTERS)
        if letter.isalpha() and random.random() < share
        else letter
        for letter in text
    )


def _without_spaces(text: str, random: Random) -> str:
    return text.replace(" ", random.choice(("", "", "_", "\u00a0", "-")))


def _other_breaks(text: str, random: Random) -> str:
    return "".join(random.choice(_BREAKS) if letter in " \n" else letter for letter in text)


def _one_line(text: str, random: Random) -> str:
    return " ".join(text.split())


def _only(characters: str) -> Mutation:
    def only(text: str, random: Random) -> str:
        return "".join(random.choice(characters) if letter.strip() else letter for letter in text)

    return only


def _nest(opening: str, closing: str) -> Mutation:
    def nest(text: str, random: Random) -> str:
        depth = random.choice((3, 30, 200))
        return opening * depth + text + closing * random.choice((0, depth, 2 * depth))

    return nest


def _repeat(text: str, random: Random) -> str:
    start = random.randrange(len(text)) if text else 0
    piece = text[start : start + random.choice((1, 5, 40, 200))]
    times = random.choice((2, 9, 80))
    return text[:start] + (piece * times)[:WINDOW_CHARACTERS] + text[start:]


def _giant_word(text: str, random: Random) -> str:
    letter = random.choice("aé字9'.-")
    return text + letter * random.choice((50, 2_000)) + text[:100]


MUTATIONS: tuple[Mutation, ...] = (
    _truncate,
    _shuffle_words,
    _shuffle_letters,
    _reverse,
    _swap_case,
    _sprinkle(_CONTROLS),
    _sprinkle(_MARKS),
    _sprinkle(_SPEECH),
    _sprinkle(_BREAKS),
    _sprinkle(("\ud800", "\udfff", "\ud83d")),
    _other_script,
    _without_spaces,
    _other_breaks,
    _one_line,
    _only("0123456789"),
    _only("“”‘’\"'()"),
    _only(",;. "),
    _nest("“he said ", "”"),
    _nest("(", ")"),
    _nest("Holt said that she said that ", ""),
    _nest('"', "'"),
    _repeat,
    _giant_word,
)


def _encode(text: str, random: Random) -> bytes:
    """Return the text as a file's bytes: mostly in UTF-8, at times in another code or damaged."""
    data = text.encode("utf-8", "surrogatepass")
    match random.randrange(12):
        case 0:
            return text.encode("utf-16", "surrogatepass")
        case 1:
            return text.encode("cp1252", "replace")
        case 2:
            return b"\xef\xbb\xbf" + data
        case 3:
            damaged = bytearray(data)
            for _ in range(min(len(data), 9)):
                damaged[random.randrange(len(data))] = random.randrange(256)
            return bytes(damaged)
        case _:
            return data
