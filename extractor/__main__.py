"""In: the arguments of the command line. Out: the command, even when it is interrupted while it starts."""

import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command ``extractor``; who starts it with a closed stream reads or writes nothing there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - pathlib is not loaded
    try:
        from extractor.cli import app

        app(prog_name="extractor")
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:  # the rooms tell of files that they cannot open: what is left is standard output
        with suppress(OSError):
            sys.stderr.write(f"extractor: {error.filename or 'standard output'}: {error.strerror}\n")
        _drop_output()
        sys.exit(2)


def _drop_output() -> None:
    """Send what standard output still holds nowhere, so that the interpreter does not fail on it as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
