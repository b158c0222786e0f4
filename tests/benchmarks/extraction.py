"""In: varied pages. Out: what the whole extraction costs, as multiples of bare spaCy tokenisation in the same run.

Run it with ``python tests/benchmarks/extraction.py``. Every variant has a pipeline of its own and sees each page once;
rounds go A B A B, medians of CPU time are printed, and the machine's load with them.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pages import CORPUS, DEVELOPMENT, list_seeds, make_pages, vary

import extractor

PAGES = 12
LIMIT_MEMORY_MB = 300


def measure(run: Callable[[str], object], texts: list[str]) -> float:
    """Give the CPU seconds that ``run`` takes for ``texts``."""
    start = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - start


def make_variants() -> dict[str, Callable[[str], object]]:
    import spacy

    bare = spacy.blank("en")
    ruler = spacy.blank("en")
    words = [f"word{i}" for i in range(100)]
    ruler.add_pipe("entity_ruler").add_patterns(
        [{"label": "A", "pattern": [{"LOWER": word}, {"IS_DIGIT": True}]} for word in words]
        + [{"label": "B", "pattern": [{"IS_DIGIT": True}, {"LOWER": word}]} for word in words]
    )
    nlp = extractor.load()
    return {
        "spacy.blank('en').make_doc": bare.make_doc,
        "extractor, whole line": lambda text: extractor.extract(text),
        "extractor, as spaCy pipeline": nlp,
        "entity_ruler, 200 patterns": ruler,
    }


def compare_throughput(rounds: int, folder: Path, count: int) -> float:
    """Print what each variant costs on varied pages of a folder; give the seconds a character of bare tokenisation."""
    variants = make_variants()
    times: dict[str, list[float]] = {name: [] for name in variants}
    for number in range(rounds + 1):
        texts = make_pages(count, number, folder)
        for name, run in variants.items():
            seconds = measure(run, texts)
            if number:  # the first round loads and compiles
                times[name].append(seconds)
    base = statistics.median(times["spacy.blank('en').make_doc"])
    characters = sum(map(len, make_pages(count, 1, folder)))
    print(f"\n{count} unseen pages varied from {folder.name}, {characters:,} characters, median CPU of {rounds} rounds")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"  {name:32} {median * 1e3:9.1f} ms  {median / base:7.2f} x  {characters / median:12,.0f} characters/s")
    return base / characters


def compare_dateparser(base: float) -> None:
    """One pass over the start of one page: ``search_dates`` takes seconds for a whole one."""
    import warnings

    from dateparser.search import search_dates

    text = make_pages(1, 99)[0][:1500]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        search_dates("June 3, 2018", languages=["en"])
        seconds = measure(lambda page: search_dates(page, languages=["en"]), [text])
    print(f"  {'dateparser search_dates (1 pass)':32} {'':12}  {seconds / (base * len(text)):7.1f} x")


def compare_cold_start(rounds: int) -> None:
    page = next(iter(sorted((Path(__file__).parent.parent.parent / "corpus").glob("*.txt"))))
    codes = {
        "import spacy; spacy.blank('en')": "import spacy; spacy.blank('en')",
        "import extractor; first page": f"import extractor, pathlib; extractor.extract(pathlib.Path({str(page)!r}))",
        "the same through the spaCy pipeline": f"import extractor; extractor.load()(open({str(page)!r}).read())",
    }
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(rounds + 1):
        for name, code in codes.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print(f"\nCold start, median CPU of {rounds} processes")
    base = statistics.median(next(iter(times.values()))[1:])
    for name, seconds in times.items():
        median = statistics.median(seconds[1:])
        print(f"  {name:35} {median * 1e3:9.1f} ms  {median / base:7.2f} x")


def measure_memory() -> None:
    text = "\n\n".join(vary(seed, i) for i in range(40) for seed in list_seeds())[:100_000]
    code = (
        "import extractor, resource, sys; extractor.extract(sys.stdin.read());"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True)
    print(f"\nPeak memory for a page of 100,000 characters: {done.stdout.strip()} MB (limit {LIMIT_MEMORY_MB})")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=7)
    rounds = arguments.parse_args().rounds
    print(f"load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    base = compare_throughput(rounds, CORPUS, PAGES)
    compare_dateparser(base)
    if DEVELOPMENT.is_dir():
        compare_throughput(rounds, DEVELOPMENT, len(list_seeds(DEVELOPMENT)))
    compare_cold_start(rounds)
    measure_memory()


if __name__ == "__main__":
    main()
