"""Seats: who gets one within reach, who does not, and why."""

from .asking import (
    Seating,
    card_records,
    facility_records,
    lorenz_records,
    seat,
    seated_district_records,
    seating_record,
    shortage_records,
    write_seating,
)
from .flow import Allotment, allot
from .shortage import LeftOut, Shortage, left_out

__all__ = [
    "Allotment",
    "LeftOut",
    "Seating",
    "Shortage",
    "allot",
    "card_records",
    "facility_records",
    "left_out",
    "lorenz_records",
    "seat",
    "seated_district_records",
    "seating_record",
    "shortage_records",
    "write_seating",
]
