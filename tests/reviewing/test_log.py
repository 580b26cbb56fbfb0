"""corrections.yaml is added to: what people wrote in it stays, whatever its layout."""

import os

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import CorrectionsError, OutputError, UsageError
from briefgen.ingest.corrections import load_corrections
from briefgen.ingest.corrections_places import find_gaps
from briefgen.ingest.marked_yaml import _loaders
from briefgen.models import StanceCorrection, StatementCorrection
from briefgen.reviewing.lock import LOCK_NAME, hold_lock
from briefgen.reviewing.log import CorrectionsLog

SHA = "5d" * 32
HAND_MADE = """\
# The first two are from our meeting.
stances:
  - {who: A. Holm, when: 2026-03-02, article: "003", sha256: SHA,
     what: changed, issue: night, stance: absent}     # she says so herself
  - who: A. Holm   # by phone
    when: 2026-03-02
    article: "004"
    sha256: SHA
    what: confirmed
    issue: night
    stance: oppose
    note: |
      a note
      of two lines

# About passages:
statements:
- who: B. Lind
  when: 2026-03-02
  article: "003"
  sha256: SHA
  start: 0
  end: 4
  quote: Loud
  what: dropped
  issue: night
  # nothing more to say of it
# The end.
""".replace("SHA", SHA)


def stance(**changes: object) -> StanceCorrection:
    said = {
        "who": "C. Berg", "when": "2026-05-01T10:00:00Z", "article": "007", "sha256": SHA,
        "what": "changed", "issue": "night", "stance": "support",
    }  # fmt: skip
    return StanceCorrection.model_validate(said | changes)


def statement(**changes: object) -> StatementCorrection:
    said = {
        "who": "C. Berg", "when": "2026-05-01T10:00:00Z", "article": "007", "sha256": SHA,
        "start": 3, "end": 8, "quote": "ovens", "what": "confirmed", "issue": "night",
        "holder": None, "stance": "support",
    }  # fmt: skip
    return StatementCorrection.model_validate(said | changes)


LAYOUTS = {
    "no file": None,
    "only comments": "# nobody yet\n",
    "keys without values": "stances:\nstatements:   # soon\n",
    "empty lists": "stances: []   # none\nstatements: [ ]\n",
    "between brackets": f"stances: [{{who: A, when: 2026-03-02, article: x, sha256: {SHA}, "
    "what: confirmed, issue: night, stance: oppose}]\n",
    "by hand": HAND_MADE,
    "no line end": HAND_MADE.rstrip(),
    "one list": HAND_MADE.partition("\n# About")[0],
    "lines of Windows": HAND_MADE.replace("\n", "\r\n"),
    "byte order mark": "\ufeff" + HAND_MADE,
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_stands_there_stays_and_what_is_added_can_be_read(tmp_path, layout):
    before, path = LAYOUTS[layout], tmp_path / "corrections.yaml"
    if before is not None:
        path.write_bytes(before.encode())
    log = CorrectionsLog(tmp_path)
    earlier = log.corrections
    added = [stance(), statement(), stance(issue="chimneys"), statement(what="dropped"), stance()]

    for entry in added:
        log.add(entry)

    read = load_corrections(path, None)
    assert read == log.corrections
    assert read.stances == (*earlier.stances, added[0], added[2], added[4])
    assert read.statements == (*earlier.statements, added[1], added[3])
    after = path.read_bytes().decode()
    for line in (before or "").splitlines():
        if "[" not in line:
            assert line.rstrip() in after
    if layout == "lines of Windows":
        assert after.count("\n") == after.count("\r\n")
    assert CorrectionsLog(tmp_path).corrections == read


def test_entries_are_added_at_the_end_and_nothing_else_changes(tmp_path):
    """So that version control shows what was decided, and nothing but that."""
    path = tmp_path / "corrections.yaml"
    log = CorrectionsLog(tmp_path)
    log.add(stance())
    log.add(statement())
    before = path.read_text().splitlines()

    log.add(stance(issue="chimneys"))

    after = path.read_text().splitlines()
    new = [line for line in after if line not in before]
    assert new == ["    issue: chimneys"]
    rest = iter(after)
    assert all(line in rest for line in before)


TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() == text != "")


@settings(max_examples=60)
@given(quote=st.text(min_size=1, max_size=60), who=TEXTS, note=TEXTS, evidence=st.lists(TEXTS))
def test_any_text_is_read_as_it_was_written(tmp_path_factory, quote, who, note, evidence):
    """Quotations hold line breaks, tabs, quotation marks, emoji and worse."""
    folder = tmp_path_factory.mktemp("log")
    log = CorrectionsLog(folder)
    who, note = " ".join(who.split()), " ".join(note.split())

    log.add(statement(quote=quote, end=3 + len(quote), who=who, note=note))
    log.add(stance(evidence=tuple(evidence), who=who))

    assert load_corrections(folder / "corrections.yaml", None) == log.corrections


def test_what_somebody_adds_in_an_editor_meanwhile_is_kept(tmp_path):
    log = CorrectionsLog(tmp_path)
    log.add(stance())
    path = tmp_path / "corrections.yaml"
    path.write_text(HAND_MADE)

    log.add(stance(issue="chimneys"))

    assert [entry.article for entry in log.corrections.stances] == ["003", "004", "007"]
    assert "# she says so herself" in path.read_text()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("stances: {a: b}\n", "expected a list, found keys with values"),
        ("stances: soon\n", "expected a list, found a single value"),
        ("{stances: []}\n", "entries cannot be added between { and }"),
        ("stances:\n  - who: [\n", "not valid YAML"),
        ("stances:\n\t- x\n", "a tab where YAML wants spaces"),
        ("decisions: []\n", "decisions: unknown key"),
        ("stances:\n  - {who: A. Holm}\n", "stances[1].when: this key is missing"),
        ("- a\n", "expected keys with values, found a list"),
        ("stances: [\n", "not valid YAML"),
    ],
)
def test_a_file_that_cannot_be_used_is_left_alone(tmp_path, text, told):
    path = tmp_path / "corrections.yaml"
    path.write_text(text)

    with pytest.raises(CorrectionsError) as trouble:
        CorrectionsLog(tmp_path)

    assert told in str(trouble.value)
    assert "corrections.yaml:" in str(trouble.value)
    assert path.read_text() == text


def test_a_file_that_is_spoiled_meanwhile_costs_one_decision(tmp_path):
    log = CorrectionsLog(tmp_path)
    log.add(stance())
    (tmp_path / "corrections.yaml").write_text("stances: [")

    with pytest.raises(CorrectionsError):
        log.add(stance())

    assert (tmp_path / "corrections.yaml").read_text() == "stances: ["


def test_a_bad_file_is_told_before_anything_is_asked(review, corpus):
    (corpus / "corrections.yaml").write_text("stances:\n  - {who: A. Holm, when: soon}\n")

    result = review("c")

    assert result.code == 2
    assert "corrections.yaml:2: stances[1].article: this key is missing" in result.err
    assert result.out == ""
    assert not (corpus / LOCK_NAME).exists()


def test_a_folder_that_may_not_be_written_is_told_before_anything_is_asked(review, corpus):
    corpus.chmod(0o500)
    if os.access(corpus, os.W_OK):
        corpus.chmod(0o700)
        pytest.skip("this user may write everything")

    result = review("c")
    corpus.chmod(0o700)

    assert result.code == 2
    assert "nothing can be written in this folder: Permission denied" in result.err
    assert result.out == ""


def test_a_place_that_is_no_file_is_told(review, corpus):
    (corpus / "corrections.yaml").mkdir()

    result = review("c")

    assert result.code == 2
    assert "corrections.yaml: cannot be read: Is a directory" in result.err


def test_a_log_that_cannot_be_written_any_more_keeps_what_it_has(tmp_path):
    log = CorrectionsLog(tmp_path)
    log.add(stance())
    before = (tmp_path / "corrections.yaml").read_bytes()

    with pytest.raises(OutputError, match="would be larger than 1024 KiB"):
        log.add(stance(note="x" * 1024 * 1024))

    assert (tmp_path / "corrections.yaml").read_bytes() == before
    assert len(log.corrections.stances) == 1


def test_the_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path):
    real = tmp_path / "shared.yaml"
    real.write_text(HAND_MADE)
    real.chmod(0o664)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "corrections.yaml").symlink_to(real)

    CorrectionsLog(folder).add(stance())

    assert (folder / "corrections.yaml").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o664
    assert "007" in real.read_text()
    assert yaml.safe_load(real.read_text())


def test_the_lock_tells_who_holds_it_and_leaves_nothing_behind(tmp_path):
    with (
        hold_lock(tmp_path, "A. Holm", "2026-05-01"),
        pytest.raises(UsageError, match=r"is being reviewed by A\. Holm, since 2026-05-01, pro"),
        hold_lock(tmp_path, "B. Lind", "2026-05-02"),
    ):
        pass
    assert list(tmp_path.iterdir()) == []

    (tmp_path / LOCK_NAME).write_text("a review whose machine lost its power")
    with hold_lock(tmp_path, "B. Lind", "2026-05-02"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("layout", [name for name, text in LAYOUTS.items() if text])
def test_the_file_is_read_the_same_where_yaml_has_no_c(tmp_path, monkeypatch, layout):
    text = LAYOUTS[layout].removeprefix("\ufeff")
    gaps = find_gaps(text, "x")
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    _loaders.cache_clear()
    try:
        assert find_gaps(text, "x") == gaps
    finally:
        monkeypatch.undo()
        _loaders.cache_clear()
