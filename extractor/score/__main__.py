"""In: GOLD.json RESULT.json PAGE.txt [--errors]. Out: a compact table of scores, and the mistakes."""

import sys
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.score import Score, read_record, score


def main(arguments: list[str]) -> int:
    """Print the score of one result; several triples of files in a row are pooled."""
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if not paths or len(paths) % 3:
        sys.stderr.write("usage: python -m extractor.score GOLD.json RESULT.json PAGE.txt ... [--errors]\n")
        return 2
    total = Score()
    try:
        for gold, result, page in zip(paths[::3], paths[1::3], paths[2::3], strict=True):
            text = page.read_bytes().decode("utf-8")
            total += score(read_record(gold), read_record(result), text, (str(gold), str(result)))
    except ExtractorError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for row in total.rows():
        cells = [f"{row.name:12s}{row.gold:5d}"]
        for level, counts in row.levels.items():
            cells.append(
                f"{level} {counts.precision:.3f} {counts.recall:.3f} {counts.f1:.3f} (+{counts.fp} -{counts.fn})"
            )
        sys.stdout.write("  ".join(cells) + "\n")
    if "--errors" in arguments:
        for m in total.mistakes:
            sys.stdout.write(
                f"{m.page}:{m.line}: {m.problem} {m.name} {m.text!r}: expected [{m.expected}] got [{m.got}] {m.rule}\n"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
