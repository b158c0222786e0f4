"""In: the arguments of ``python -m extractor``. Out: what the command ``extractor`` does."""

from extractor.cli import app

app(prog_name="extractor")
