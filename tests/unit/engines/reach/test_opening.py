from __future__ import annotations

import pytest

from lantu.engines.reach.opening import is_open


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        ("Mo-Fr 08:00-12:00,14:00-18:00", "Tu 13:00", False),
        ("Mo-Fr 08:00-12:00,14:00-18:00", "Tu 14:00", True),
        ("Mo-Fr 08:00-17:00; We off", "We 10:00", False),
        ("24/7", "Su 03:00", True),
        ("Fr 20:00-02:00", "Sa 01:30", True),
        ("Fr 20:00-02:00", "Fr 01:30", False),
        ("Sa-Mo 10:00-12:00", "Su 11:00", True),
        ("08:00-20:00", "Mo 20:00", False),
        ("PH off", "Mo 10:00", None),
        ("by appointment", "Mo 10:00", None),
    ],
)
def test_hours_are_read_or_unknown(hours: str, moment: str, expected: bool | None):
    assert is_open(hours, moment) is expected
