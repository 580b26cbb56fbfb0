"""Each system call of a build fails, is cut short, or is the last that the build ever does.

The whole of it, each fault at each call, takes half an hour and more: ``BRIEFGEN_FAULTS=all pytest
tests/faults``. Otherwise each call of the output meets one of the faults, and of a whole build some
calls do, which chance chooses: a complaint names the call and the fault.
"""

import shutil

import pytest

from tests.faults.conftest import Ended, Job, Runner
from tests.faults.striking import CANNOT_EXCHANGE, FAULTS, SIGNALS, Scene, hidden, strikes, visible

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]

OLD = {
    "brief.json": b"old " * 5_000,
    "executive.md": b"old",
    "executive.pdf": b"old",
    "public.html": b"old",
    "same.md": b"same",
    "mine.txt": b"nobody's business",
}
NEW = {name: content.replace(b"old", b"new") for name, content in OLD.items()}
del NEW["public.html"]


@pytest.fixture(params=["in one step", "one by one"])
def way(request) -> dict[str, int]:
    """Return calls that always fail: none, or that by which two folders change places."""
    return CANNOT_EXCHANGE if request.param == "one by one" else {}


@pytest.fixture
def staging(runner, tmp_path, way) -> Scene:
    """Return a scene in which files are written and put in their places, and nothing else."""
    out = tmp_path / "briefs" / "toll"
    files = {name: text.decode() for name, text in NEW.items() if name != "mine.txt"}
    job = Job((str(out), "public.html"), tmp_path, files=files, always=way)
    return Scene(runner, out, job, OLD, NEW)


def test_each_call_of_the_output(staging):
    whole = run_whole(staging)
    assert len(whole.calls) > 50

    complaints = [
        f"{fault} at {whole.calls[number]}: {complaint}"
        for number, fault in strikes(len(whole.calls))
        for complaint in staging.find_complaints(number, fault)
    ]

    assert complaints == []


def test_what_a_crash_cut_off_is_ended_before_anything_is_written(runner, tmp_path):
    """One by one, a crash between two moves leaves both sets; ending it gives the new one."""
    out = tmp_path / "briefs" / "toll"
    files = {name: text.decode() for name, text in NEW.items() if name != "mine.txt"}
    job = Job((str(out), "public.html"), tmp_path, files=files, always=CANNOT_EXCHANGE)
    scene = Scene(runner, out, job, OLD, NEW)
    scene.reset()
    calls = runner.run(job).calls
    mixed = 0
    for number, name, path, _ in calls:
        if name not in ("rename", "unlink") or not path.startswith(str(out)):
            continue
        scene.reset()
        runner.run(Job(**{**job.__dict__, "at": number, "fault": "kill"}))
        mixed += visible(out) not in (OLD, NEW)
        runner.run(Job((str(out),), tmp_path, files={}, always=CANNOT_EXCHANGE))
        assert visible(out) in (OLD, NEW)
        assert hidden(out) == []
    assert mixed, "not one crash came between two moves"


@pytest.fixture(scope="module")
def sets(watching, tmp_path_factory, trams):
    """Return a process that builds, the old set and the new one, each told from the one before."""
    folder = tmp_path_factory.mktemp("sets")
    out = folder / "briefs" / "trams"
    found = {}
    with Runner(trams.old, "--out", folder / "warm", *trams.formats) as started:
        for corpus in (trams.old, trams.new):
            done = started.run(
                Job(("build", str(corpus), "--out", str(out), *trams.formats), folder)
            )
            assert done.code == 0, done.err
            found[corpus] = visible(out)
        shutil.rmtree(folder / "warm")
        assert found[trams.old].keys() == found[trams.new].keys()
        assert all(found[trams.old][name] != found[trams.new][name] for name in found[trams.old])
        yield started, found[trams.old], found[trams.new]


@pytest.fixture
def building(sets, trams, tmp_path, way) -> Scene:
    """Return a scene in which a whole brief is built, and everything in it is another."""
    started, old, new = sets
    out = tmp_path / "briefs" / "trams"
    arguments = ("build", str(trams.new), "--out", str(out), "--quiet", *trams.formats)
    return Scene(started, out, Job(arguments, tmp_path, always=way), old, new)


def test_each_call_of_a_build_that_changes_everything(building, way):
    whole = run_whole(building)

    complaints = [
        f"{fault} at {whole.calls[number]}: {complaint}"
        for number, fault in strikes(len(whole.calls), first=first_of_way(whole, way), every=23)
        for complaint in building.find_complaints(number, fault)
    ]

    assert complaints == []


def test_a_signal_at_each_call_of_a_build(building, way):
    """Unlike a kill, a signal leaves no half-moved files even where files are moved one by one."""
    whole = run_whole(building)

    complaints = [
        f"{fault} at {whole.calls[number]}: {complaint}"
        for number, fault in strikes(
            len(whole.calls), SIGNALS, first=first_of_way(whole, way), every=29
        )
        for complaint in building.find_complaints(number, fault)
    ]

    assert complaints == []


@pytest.mark.parametrize("way", ["in one step"], indirect=True)
def test_a_signal_while_what_was_begun_is_removed(building, way):
    """At the closing of a folder it had Python close that once more, and end in a traceback."""
    whole = run_whole(building)
    exchanged = next(call[0] for call in whole.calls if call[1] == "renameat2")
    closed = [call[0] for call in whole.calls if call[1] == "close" and call[0] > exchanged]
    assert closed

    complaints = [
        f"{SIGNALS[0]} at {whole.calls[number]}: {complaint}"
        for number in closed
        for complaint in building.find_complaints(number, SIGNALS[0])
    ]

    assert complaints == []


@pytest.fixture(scope="module")
def exported(watching, tmp_path_factory, trams):
    """Return a process that exports, a new brief, and the export of it and of an old one."""
    folder = tmp_path_factory.mktemp("exported")
    out = folder / "tables" / "trams"
    found = {}
    with Runner(trams.old, "--out", folder / "warm", *trams.formats) as started:
        for corpus in (trams.old, trams.new):
            brief = folder / corpus.parent.name
            for arguments in (
                ("build", str(corpus), "--out", str(brief), "--format", "md"),
                ("export", str(brief), "--to", str(out)),
            ):
                done = started.run(Job(arguments, folder))
                assert done.code == 0, done.err
            found[corpus] = visible(out)
        assert found[trams.old].keys() == found[trams.new].keys()
        yield started, brief, found[trams.old], found[trams.new]


def test_each_call_of_an_export(exported, tmp_path, way):
    started, brief, old, new = exported
    out = tmp_path / "tables" / "trams"
    job = Job(("export", str(brief), "--to", str(out)), tmp_path, always=way)
    scene = Scene(started, out, job, old, new)
    whole = run_whole(scene)

    complaints = [
        f"{fault} at {whole.calls[number]}: {complaint}"
        for number, fault in strikes(
            len(whole.calls), (*FAULTS, *SIGNALS), first=first_of_way(whole, way), every=9
        )
        for complaint in scene.find_complaints(number, fault)
    ]

    assert complaints == []


def run_whole(scene: Scene) -> Ended:
    """Run the job of a scene without a fault."""
    scene.reset()
    ended = scene.runner.run(scene.job)
    assert (ended.code, visible(scene.out), hidden(scene.out)) == (0, scene.new, [])
    return ended


def first_of_way(whole: Ended, way: dict[str, int]) -> int:
    """Return the first call that is not the same in both ways: that which exchanges two folders."""
    return next(call[0] for call in whole.calls if call[1] in way) if way else 0
