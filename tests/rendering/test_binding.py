"""Citations stay on the line of the word that they belong to."""

from briefgen.rendering.binding import NO_BREAK_SPACE, bind_citations

ONE = '[1](#source-1 "gazette:s1")'
TWO = "[2](#source-2)"


def test_a_number_is_bound_to_the_word_before_it() -> None:
    assert bind_citations(f"A toll. [{ONE}]") == f"A toll.{NO_BREAK_SPACE}[{ONE}]"
    assert bind_citations(f"*Gazette* [{TWO}]") == f"*Gazette*{NO_BREAK_SPACE}[{TWO}]"


def test_few_numbers_stay_together_and_many_may_go_on_in_the_next_line() -> None:
    few = bind_citations(f"support it [{ONE}, {TWO}]")
    many = bind_citations(f"support it [{', '.join([TWO] * 6)}]")

    assert few == f"support it{NO_BREAK_SPACE}[{ONE},{NO_BREAK_SPACE}{TWO}]"
    assert many.count(NO_BREAK_SPACE) == 1


def test_what_is_no_citation_stays_as_it_is() -> None:
    for text in ("A toll [see below] is due.", "[The issues](#the-issues)", f"\n[{ONE}] begins"):
        assert bind_citations(text) == text
