"""In: varied pages. Out: how many characters a CPU second ``extractor.quantities`` reads, and how many it finds.

Run it with ``python tests/benchmarks/quantities.py``; every page is new to the reader, medians over rounds are printed.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pages import make_pages

from extractor.measuring import quantities

PAGES = 20


def measure(seed: int) -> tuple[float, int]:
    """Give characters a CPU second, and the quantities found, for pages of one seed."""
    texts = make_pages(PAGES, seed)
    start = time.process_time()
    found = sum(len(quantities(text)) for text in texts)
    return sum(map(len, texts)) / (time.process_time() - start), found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    quantities("5 km")
    rates, counts = zip(*(measure(seed) for seed in range(1, rounds + 1)), strict=True)
    print(f"quantities: {statistics.median(rates):,.0f} characters a CPU second, {sum(counts):,} quantities")


if __name__ == "__main__":
    main()
