"""In: nothing. Out: the spaCy pipeline that finds mentions, facts and findings."""

import spacy
from spacy.language import Language

from extractor import pages
from extractor.components import COMPONENTS
from extractor.mentions.find import load_finder


def load() -> Language:
    """Make ``spacy.blank("en")`` with our components; every call gives a pipeline of its own."""
    load_finder().compile()
    nlp = spacy.blank("en")
    nlp.max_length = pages.MAX_CHARACTERS + 1
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
