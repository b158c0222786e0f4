"""In: the arguments of the command line. Out: the command, even when it is interrupted while it starts."""

import sys


def main() -> None:
    """Run the command ``extractor``."""
    try:
        from extractor.cli import app

        app(prog_name="extractor")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
