"""lantu (蓝图): a government's published plan as an auditable ledger of promises, evidence and verdicts."""

__version__ = "0.1.0"
