"""Whatever a person decides: the records behind it stand the proof that the extractor's must."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extraction.verification import verify
from briefgen.ingest.corpus import open_corpus
from briefgen.models import STANCES, Corrections, StanceCorrection, StatementCorrection
from briefgen.reviewing.material import Material, code_corpus, correct_one
from tests.reviewing.conftest import ARTICLES, CODEBOOK

ISSUES = ("night", "chimneys")
HOLDERS = (None, "Oda Prell", "Guild master Oda Prell", "Nobody Known")


@cache
def material() -> Material:
    folder = Path(mkdtemp())
    (folder / "articles").mkdir()
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return code_corpus(open_corpus(folder), frozenset(), lambda message: None)


@st.composite
def statement_entries(draw: st.DrawFn) -> StatementCorrection:
    article = material().articles[draw(st.sampled_from(sorted(ARTICLES)))]
    said = draw(st.sampled_from(material().machine[article.source.id].statements))
    start, end = said.start, said.end
    if draw(st.integers(0, 5)) == 0:  # words that the extractor did not mark
        end = draw(st.integers(start + 1, end))
    issue = draw(st.sampled_from((*ISSUES, None, "flour")))
    return StatementCorrection(
        who="A", when="2026-03-02", article=article.source.id, sha256=article.input_sha256,
        start=start, end=end, quote=article.text[start:end],
        what=draw(st.sampled_from(("confirmed", "changed", "dropped", "skipped"))),
        issue=issue, was_issue=said.issue if said.issue != issue else None,
        holder=draw(st.sampled_from(HOLDERS)), stance=draw(st.sampled_from(STANCES)),
    )  # fmt: skip


@st.composite
def stance_entries(draw: st.DrawFn) -> StanceCorrection:
    article = material().articles[draw(st.sampled_from(sorted(ARTICLES)))]
    quotes = [said.quote for said in material().machine[article.source.id].statements]
    return StanceCorrection(
        who="A", when="2026-03-02", article=article.source.id, sha256=article.input_sha256,
        what=draw(st.sampled_from(("confirmed", "changed", "skipped"))),
        issue=draw(st.sampled_from((*ISSUES, "flour"))),
        stance=draw(st.sampled_from((*STANCES, "absent"))),
        evidence=tuple(draw(st.lists(st.sampled_from(quotes), max_size=2))),
    )  # fmt: skip


CORRECTIONS = st.builds(
    Corrections,
    statements=st.lists(statement_entries(), max_size=8).map(tuple),
    stances=st.lists(stance_entries(), max_size=4).map(tuple),
)


@settings(max_examples=150)
@given(CORRECTIONS)
def test_corrected_records_pass_the_verification_whole(corrections):
    corrected = material().correct(corrections)

    for record in corrected.records:
        article = material().articles[record.source.id]
        assert verify(record, article, material().codebook).dropped == ()
        for stance in record.stances.values():
            assert stance.statements
        assert not record.unaddressed.keys() & record.stances.keys()
        own = {said.id for said in record.statements if said.holder is None}
        assert record.thesis is None or record.thesis in own


@settings(max_examples=100)
@given(CORRECTIONS)
def test_saying_everything_twice_changes_nothing(corrections):
    twice = Corrections(statements=corrections.statements * 2, stances=corrections.stances * 2)

    assert material().correct(twice).records == material().correct(corrections).records


@settings(max_examples=100)
@given(CORRECTIONS)
def test_no_persons_word_is_lost_and_none_is_made_up(corrections):
    corrected = material().correct(corrections)
    words = {(s.article, s.issue): s for s in corrections.stances if s.what != "skipped"}
    lost = {flag.entry for flag in corrected.flagged}

    for record in corrected.records:
        for issue in ISSUES:
            word = words.pop((record.source.id, issue), None)
            stance = record.stances.get(issue)
            if word is None:
                assert stance is None or stance.review in {"machine", "recomputed"}
                assert issue not in record.unaddressed or (
                    record.unaddressed[issue].review == "recomputed"
                )
            elif word.stance == "absent":
                assert record.unaddressed[issue].review in {"confirmed", "corrected"}
            elif stance is None or stance.review not in {"confirmed", "corrected"}:
                assert any(entry.startswith("stances[") for entry in lost)
            else:
                assert stance.stance == word.stance


@settings(max_examples=50)
@given(CORRECTIONS)
def test_what_a_review_shows_is_what_a_build_makes(corrections):
    for record in material().correct(corrections).records:
        assert correct_one(material(), record.source.id, corrections) == record
