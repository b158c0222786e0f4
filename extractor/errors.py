"""In: what went wrong. Out: exceptions that name the file, the place and the cure."""


class ExtractorError(Exception):
    """Anything a user can mend; the message is one line and says how."""


class PageError(ExtractorError):
    """A page cannot be read: missing, binary, too large."""


class PipelineError(ExtractorError):
    """A component of a spaCy pipeline lacks what another one, to be added before it, leaves on the ``Doc``."""


class RuleError(ExtractorError):
    """A rule or lexicon file does not hold what it must; names the file, the rule and the key."""


class GoldError(ExtractorError):
    """A gold or result file does not fit its page or the ``mission-facts/1`` schema."""


class CatalogueError(ExtractorError):
    """A catalogue that is not known; names the known ones."""


class SinkError(ExtractorError):
    """A destination cannot be opened or written."""
