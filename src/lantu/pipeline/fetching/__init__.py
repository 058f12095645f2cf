"""Bring the documents of a plan folder from the addresses it lists, and from nowhere else."""

from .listed import Fetched, fetch

__all__ = ["Fetched", "fetch"]
