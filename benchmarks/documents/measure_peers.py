"""What other readers make of the same pages; runs in an environment of its own, see ``Peers`` in documents.py."""
# ruff: noqa: PLC0415 - each reader is loaded by the function that asks it

import json
import sys
import time


def pdfminer(path):
    from pdfminer.high_level import extract_text

    return extract_text(path)


def pypdf(path):
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def pdfplumber(path):
    import pdfplumber as plumber

    with plumber.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


READERS = {"pdfminer.six": pdfminer, "pypdf": pypdf, "pdfplumber": pdfplumber}


def main():
    paths, told = json.load(sys.stdin), {}
    for name, reader in READERS.items():
        began = time.process_time()
        texts = {path: reader(path) for path in paths}
        told[name] = {"texts": texts, "seconds": time.process_time() - began}
    json.dump(told, sys.stdout)


main()
