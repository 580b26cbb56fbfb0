"""The language of a brief: chosen by the corpus, by briefgen.toml, or on the command line."""

from pathlib import Path

import pytest


def say(corpus: Path, language: str) -> None:
    codebook = corpus / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    codebook.write_text(f"language: {language}\n{text}", encoding="utf-8")


def page(folder: Path) -> str:
    return (folder / "executive.md").read_text(encoding="utf-8")


def test_the_codebook_chooses_the_language(corpus, tmp_path, run):
    say(corpus, "de")

    done = run("build", corpus, "--out", tmp_path / "out", "--format", "md")

    assert done.code == 0, done.err
    assert "## Wer wo steht" in page(tmp_path / "out")


def test_the_command_line_overrules_the_codebook(corpus, tmp_path, run):
    say(corpus, "de")

    run("build", corpus, "--out", tmp_path / "out", "--format", "md", "--language", "en")

    assert "## Who stands where" in page(tmp_path / "out")
    assert "language-" not in page(tmp_path / "out")


def test_data_are_the_same_bytes_in_both_languages(corpus, tmp_path, run):
    for language in ("en", "de"):
        out = tmp_path / language
        run("build", corpus, "--out", out, "--format", "md", "--language", language)

    for name in ("brief.json", "records.jsonl"):
        assert (tmp_path / "en" / name).read_bytes() == (tmp_path / "de" / name).read_bytes()
    assert page(tmp_path / "en") != page(tmp_path / "de")


def test_a_codebook_that_names_a_language_has_the_records_of_one_that_does_not(
    corpus, tmp_path, run
):
    run("build", corpus, "--out", tmp_path / "before", "--format", "md")
    say(corpus, "de")
    run("build", corpus, "--out", tmp_path / "after", "--format", "md")

    for name in ("brief.json", "records.jsonl"):
        before, after = tmp_path / "before" / name, tmp_path / "after" / name
        assert before.read_bytes() == after.read_bytes()


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_unknown_language_ends_with_those_there_are(corpus, tmp_path, run, command):
    done = run(command, corpus, "--out", tmp_path / "out", "--language", "tlh")

    assert done.code == 2
    assert "--language: there are no words in 'tlh' (known: de, en;" in done.err
    assert not (tmp_path / "out").exists()


def test_an_unknown_language_of_a_codebook_is_named_with_its_line(corpus, tmp_path, run):
    say(corpus, "tlh")

    done = run("build", corpus, "--out", tmp_path / "out", "--format", "md")

    assert done.code == 2
    assert "codebook.yaml:1" in done.err
    assert "there are no words in 'tlh'; known: de, en" in done.err


def test_a_project_names_the_language_of_its_briefs(corpus, tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("briefgen.toml").write_text(
        '[defaults]\nformats = ["md"]\nlanguage = "de-AT"\n\n'
        '[[brief]]\ncorpus = "trams"\nout = "german"\n\n'
        '[[brief]]\ncorpus = "trams"\nout = "english"\nlanguage = "en"\n',
        encoding="utf-8",
    )

    done = run("build")

    assert done.code == 0, done.err
    assert "[//]: #language-de-AT" in page(Path("german"))
    assert "## Who stands where" in page(Path("english"))
    assert run("check").code == 0
    assert run("check", "--language", "de").code == 1


def test_a_project_with_an_unknown_language_is_refused(corpus, tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("briefgen.toml").write_text(
        '[[brief]]\ncorpus = "trams"\nlanguage = "tlh"\n', encoding="utf-8"
    )

    done = run("build")

    assert done.code == 2
    assert "briefgen.toml:3" in done.err
    assert "one of: de, en" in done.err


def test_another_language_is_a_reason_to_build_again(corpus, tmp_path, run):
    arguments = ("build", corpus, "--out", tmp_path / "out", "--format", "md")
    run(*arguments)
    assert "unchanged" in run(*arguments).err

    done = run(*arguments, "--language", "de", "--explain")

    assert "## Wer wo steht" in page(tmp_path / "out")
    assert "language: none before, de now" in done.out


def test_the_memo_speaks_the_language_of_the_brief_and_the_terminal_english(corpus, tmp_path, run):
    arguments = ("build", corpus, "--out", tmp_path / "out", "--format", "md")
    memo = tmp_path / "memo.md"

    done = run(*arguments, "--language", "de", "--memo", memo)

    text = memo.read_text(encoding="utf-8")
    assert "eine neue Fassung" in text
    assert "## Prüfung" in text
    assert "Prüfung" not in done.out + done.err

    run(*arguments, "--language", "de", "--memo", memo, "--fresh")
    assert "An der Vorlage hat sich nichts geändert." in memo.read_text(encoding="utf-8")


def test_a_finished_german_page_is_audited_in_german(corpus, tmp_path, run):
    run("build", corpus, "--out", tmp_path / "out", "--format", "md", "--language", "de")

    done = run("audit", tmp_path / "out", "--corpus", corpus)

    assert done.code == 0, done.out
    assert "passed" in done.out


def test_an_audience_of_one_language_keeps_it(corpus, tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("templates", "new", "house", "--from", "executive")
    settings = Path("templates/house/audience.toml")
    settings.write_text('language = "en"\n' + settings.read_text("utf-8"), encoding="utf-8")
    say(corpus, "de")

    run("build", corpus, "--out", "out", "-a", "house", "-a", "executive", "--format", "md")

    assert "## Who stands where" in Path("out/house.md").read_text(encoding="utf-8")
    assert "## Wer wo steht" in page(Path("out"))


def test_words_of_an_analyst_stay_as_they_are_written(corpus, tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("templates", "new", "house", "--from", "executive")
    template = Path("templates/house/brief.md.j2")
    text = template.read_text(encoding="utf-8").replace(
        '## {{ _("The issues") }}',
        '## What we looked at\n\n{{ counted(2, "otter", "otters") }} {{ _("Our own label") }}',
    )
    template.write_text(text, encoding="utf-8")

    done = run("build", corpus, "--out", "out", "-a", "house", "-f", "md", "--language", "de")

    assert done.code == 0, done.err
    assert "## What we looked at\n\nzwei otters Our own label" in Path("out/house.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.slow
def test_a_pdf_is_made_again_where_only_what_it_says_of_its_attachments_is_new(
    corpus, tmp_path, run, monkeypatch
):
    """The page keeps the language that its audience has; the attachments are described in the
    corpus's.
    """
    monkeypatch.chdir(tmp_path)
    assert run("templates", "new", "mine", "--from", "executive").code == 0
    settings = tmp_path / "templates" / "mine" / "audience.toml"
    text = settings.read_text(encoding="utf-8").replace('language = "en"\n', "")
    settings.write_text(f'language = "en"\n{text}', encoding="utf-8")
    arguments = ("build", corpus, "-a", "mine", "--format", "pdf", "--no-changes")
    assert run(*arguments, "--out", tmp_path / "kept").code == 0
    say(corpus, "de")

    assert run(*arguments, "--out", tmp_path / "kept").code == 0
    assert run(*arguments, "--out", tmp_path / "fresh").code == 0

    kept, fresh = (tmp_path / each / "mine.pdf" for each in ("kept", "fresh"))
    assert kept.read_bytes() == fresh.read_bytes()
