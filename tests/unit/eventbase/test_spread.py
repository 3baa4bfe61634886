"""How far numbers lie apart."""

from __future__ import annotations

from uuid import UUID

from shared.eventbase.spread import Number, Spread, spreads

ME, YOU, HER = (UUID(int=n, version=4) for n in (1, 2, 3))


def test_the_spread_is_from_the_lowest_to_the_highest() -> None:
    """S6.3: numbers 3, 7 and 4."""
    given = [Number("safe", who, value) for who, value in ((ME, 3), (YOU, 7), (HER, 4))]
    [spread] = spreads(given)
    assert spread == Spread("safe", 3, 7)
    assert spread.points == 4


def test_what_is_on_different_scales_is_never_mixed() -> None:
    """S6.3: each in the order in which it was first asked about."""
    given = [Number("safe", ME, 3), Number("worried", ME, 9), Number("safe", YOU, 4)]
    assert spreads(given) == [Spread("safe", 3, 4), Spread("worried", 9, 9)]
    assert spreads([]) == []


def test_the_number_that_somebody_gave_last_counts() -> None:
    """S6.3: somebody may think again; another's own number stays."""
    given = [Number("safe", ME, 3), Number("safe", YOU, 5), Number("safe", ME, 6)]
    assert spreads(given) == [Spread("safe", 5, 6)]
