"""The one family of exceptions that a user's input can cause."""

from __future__ import annotations


class InputError(Exception):
    """Unusable input: what is wrong, where, why, and what to do next, in one line (exit status 2).

    >>> print(InputError("plan.yaml: unknown key 'tittle'", "did you mean 'title'?"))
    plan.yaml: unknown key 'tittle'; did you mean 'title'?
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem, self.remedy = problem, remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"
