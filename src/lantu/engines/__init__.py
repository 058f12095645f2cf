"""Engines: raw data and dated rules in, measured observations out; none knows another."""
