"""Reach: who is served, by the plan's own definition, and where the next facility should stand."""
