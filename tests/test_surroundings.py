"""What stands around a statement in its article."""

from briefgen.models import Article, Block, Source, Statement
from briefgen.surroundings import LONGEST_WORDS, find_contexts

TEXT = (
    "Ferries at night\n\n"
    "The quay is dark. The last boat leaves at nine, and nobody minds. “Who would sail?” asks "
    "one.\n\n"
    "Read more: ten best beaches\n\n"
    "The island waits."
)


def article() -> Article:
    blocks, start = [], 0
    for part in TEXT.split("\n\n"):
        kind = "furniture" if part.startswith("Read more") else "body"
        blocks.append(Block(start=start, end=start + len(part), kind=kind))
        start += len(part) + 2
    return Article(
        source=Source(id="a", path="a.txt"), text=TEXT, input_sha256="0" * 64, blocks=blocks
    )


def around(quote: str):
    start = TEXT.index(quote)
    statement = Statement(
        id="a:s1", start=start, end=start + len(quote), quote=quote, kind="claim", holder=None,
        issue=None, stance="unclear", modality="plain",
    )  # fmt: skip
    return find_contexts(article(), [statement])["a:s1"]


def test_a_whole_sentence_has_its_neighbours() -> None:
    found = around("The last boat leaves at nine, and nobody minds.")

    assert (found.before, found.after) == ("The quay is dark.", "“Who would sail?” asks one.")


def test_a_part_of_a_sentence_has_the_rest_of_it() -> None:
    found = around("nobody minds")

    assert found.before == "The last boat leaves at nine, and"
    assert found.after == "“Who would sail?” asks one."
    assert around("The last boat leaves at nine").after == "and nobody minds."


def test_furniture_is_no_context_and_the_ends_have_none() -> None:
    assert around("The island waits.").before == "“Who would sail?” asks one."
    assert around("The island waits.").after is None
    assert around("Ferries at night").before is None


def test_a_very_long_sentence_is_left_out_and_not_cut() -> None:
    words = "and so on " * LONGEST_WORDS
    text = f"It goes {words.strip()}. It ends."
    block = Block(start=0, end=len(text), kind="body")
    long = Article(
        source=Source(id="a", path="a.txt"), text=text, input_sha256="0" * 64, blocks=(block,)
    )
    start = text.index("It ends.")
    statement = Statement(
        id="a:s1", start=start, end=len(text), quote="It ends.", kind="claim", holder=None,
        issue=None, stance="unclear", modality="plain",
    )  # fmt: skip

    assert find_contexts(long, [statement])["a:s1"].before is None
