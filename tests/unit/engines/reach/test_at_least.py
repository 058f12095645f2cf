from __future__ import annotations

import numpy as np

from lantu.engines.reach.definition import FacilityRule
from lantu.engines.reach.facilities import facilities_from

from .test_measuring import points


def test_a_facility_counts_from_a_least_number_on():
    cells = points((0, 0), (100, 0), (200, 0), health=[0, 2, None])

    found, _ = facilities_from(cells, FacilityRule(layer="cells", at_least={"health": 1}))

    assert np.array_equal(found.id, [2])
