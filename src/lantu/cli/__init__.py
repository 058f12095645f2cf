"""The command line: parse the request, call one function, print rows."""

from .main import main

__all__ = ["main"]
