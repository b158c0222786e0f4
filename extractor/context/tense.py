"""In: nothing. Out: the words that tell what is expected from what has happened."""

import re

FUTURE = re.compile(
    r"\b(?:w(?:ill|ould)|s(?:hall|hould|cheduled|lated|et\s(?:to|for))|p(?:lan(?:s|ned)?|rojected|roposed)|expect(?:ed|s)?"
    r"|t(?:arget(?:ing|ed)|o\sbe)|due|(?:is|are)\sto|i(?:f\s\w+ed|ntended)|n(?:ext\s(?:one|flight|launch|mission|attempt)"
    r"|o\searlier\sthan)|upcoming|could|going\sto|m(?:ay|ight)|hoped?)\b",
    re.I,
)
"""What is expected, planned or possible."""
SAID_BEFORE = re.compile(
    r"\b(?:said|told|met|won|lost|left|held|began|went|came|rose|fell|made|took|flew|[a-z]{3,14}ed)[\s\u00a0]"
    r"(?:(?:on|late|early|here|last|away|off|up|out|down|back|home|over|in)[\s\u00a0]{1,2}){0,2}$"
)
"""A verb of the past right before a date: ``said Tuesday``, ``pulled away Tuesday``."""
PLANNED_BEFORE = re.compile(
    r"\b(?:to|will|would|could|may|might|should|must|can|not)[\s\u00a0](?:have[\s\u00a0])?be(?:en)?[\s\u00a0][a-z]{3,14}"
    r"[\s\u00a0](?:(?:on|late|early|here|last|away|off|up|out|down|back|home|over|in)[\s\u00a0]{1,2}){0,2}$"
)
"""A passive that is no past right before a date: ``was to have been launched Friday``."""
PAST = re.compile(
    r"\b(?:w(?:as|ere|ent|on)|ha[ds]|have|s(?:ince|ent|aw|aid)|came|f(?:lew|ell)|l(?:eft|ost)|b(?:egan|uilt|rought|roke)"
    r"|took|made|g(?:ot|ave)|ran|\w{2,12}ed)\b",
    re.I,
)
"""What has happened."""
