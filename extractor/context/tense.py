"""In: nothing. Out: the words that tell what is expected from what has happened."""

import re

FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|plan(?:s|ned)?|expected|expects?|targeting|targeted|set\sto|set\sfor|due|is\sto|are\sto|to\sbe"
    r"|if\s\w+ed|next\s(?:one|flight|launch|mission|attempt)|upcoming|slated|would|could|should|going\sto|may|might"
    r"|no\searlier\sthan|projected|proposed|hoped?|intended)\b",
    re.I,
)
"""What is expected, planned or possible."""
SAID_BEFORE = re.compile(
    r"\b(?:said|told|met|won|lost|left|held|began|went|came|rose|fell|made|took|flew|[a-z]{3,14}ed)[\s\u00a0]"
    r"(?:(?:on|late|early|here|last)[\s\u00a0]){0,2}$"
)
"""A verb of the past right before a date: ``said Tuesday``."""
PAST = re.compile(
    r"\b(?:was|were|had|has|have|since|went|came|flew|left|began|took|made|fell|lost|sent|built|got|brought|gave|saw"
    r"|said|ran|broke|won|\w{2,12}ed)\b",
    re.I,
)
"""What has happened."""
