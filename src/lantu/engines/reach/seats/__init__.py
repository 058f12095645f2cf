"""Seats: who gets one within reach, who does not, and why."""

from .asking import (
    Seating,
    card_records,
    facility_records,
    seat,
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
    "seat",
    "seating_record",
    "shortage_records",
    "write_seating",
]
