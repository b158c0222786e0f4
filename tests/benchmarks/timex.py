"""In: the corpus, or the texts of a benchmark of time expressions (DOCS). Out: characters a CPU second of timexes."""

import json
import sys
import time
from pathlib import Path

from extractor import timexes

_GOAL = 100_000  # characters a CPU second
_ROUNDS = 3


def main() -> None:
    """Tag all texts a few times and print the best round; the first call, which compiles the rules, stands apart."""
    if len(sys.argv) > 1:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted(Path("corpus").glob("*.txt"))]
    start = time.process_time()
    timexes("On May 5, 1961, at 9:34 a.m. EST, he flew for 15 minutes; two days later he was home.")
    print(f"first call: {time.process_time() - start:.2f} CPU s")
    size, rounds = sum(map(len, texts)), []
    for _ in range(_ROUNDS):
        start = time.process_time()
        found = sum(len(timexes(text)) for text in texts)
        rounds.append(size / (time.process_time() - start))
    print(f"{size:,} characters, {found:,} expressions, {max(rounds):,.0f} characters a CPU second (goal {_GOAL:,})")


if __name__ == "__main__":
    main()
