"""In: nothing. Out: the words that tell what is expected from what has happened."""

import re

from extractor.forms import join_forms

FUTURE = re.compile(
    r"\b"
    + join_forms(
        "will", "would", "shall", "should", "scheduled", "slated", r"set\s(?:to|for)", "re-?scheduled",
        "plan(?:s|ned)?", "projected", "proposed", r"postponed\s(?:to|until)", "aim(?:s|ing)", "expect(?:ed|s)?",
        "target(?:ing|ed)", r"to\sbe", "due", r"is\sto", r"are\sto", r"if\s\w+ed", "intended",
        r"next\s(?:one|flight|launch|mission|attempt)", r"no\searlier\sthan", "upcoming", r"on\scourse", "could",
        r"going\sto", "m(?-i:(?<=m)ay)", "might", "hoped?",
    )
    + r"\b",
    re.I,
)  # fmt: skip
"""What is expected, planned or possible."""
COMING = re.compile(
    r"\b(?:w(?:ill|on['’]t)|shall|(?:is|are|remains?)\s(?:now\s|currently\s|still\s|tentatively\s)?(?:to|scheduled|expected"
    r"|planned|set|due|slated|target(?:ed|ing)|projected|going\sto|on\strack|on\scourse)|no\searlier\sthan|upcoming|scheduled\sfor|expected\sat|next\s(?:flight|launch"
    r"|mission|attempt)|plans?\sto|hopes?\sto|expects?\sto)\b",
    re.I,
)
"""What lies ahead of the day of writing."""
TO_COME = re.compile(
    r"(?:^|[\w'’,)]\s)(?<!tried\s)(?<!failed\s)(?<!able\s)(?<!began\s)(?<!managed\s)to\s(?:try\s|attempt\s)?(?:be|lift|launch|fly|land|dock"
    r"|undock|return|arrive|depart|leave|begin|start|resume|roll|end|head|blast|take|make|carry|conduct|reenter|splash|have\sbeen)\b",
    re.I,
)
"""The infinitive of a plan: ``Shuttle to dock Friday``."""
SCHEDULED = re.compile(
    r"\b(?:opens|begins|starts|resumes|launch(?:es)?|lands|docks|undocks|arrives|departs|leaves|returns|flies|lifts|blasts"
    r"|heads|airs|takes|ends|closes|continues|kicks|comes|gets|meets?|holds?|goes|is|are|begin|start|depart|arrive)\b",
    re.I,
)
"""Verbs whose present tells of what is arranged: ``the window opens Thursday``."""
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
    r"|took|made|g(?:ot|ave|rew)|r(?:an|ode|ose)|sw(?:ung|ept)|s(?:ped|hot|lid|tood|truck)|met|held|kept|drew|became|\w{2,12}ed)\b",
    re.I,
)
"""What has happened."""
IRREGULAR_PAST = re.compile(
    r"\b(?:rose|drew|spoke|met|held|told|won|stood|sat|kept|spent|felt|found|paid|led|grew|knew|threw|drove|rode|wrote|froze|shot"
    r"|sank|hung|became|withdrew|did|been|done|slid|swung|swept|struck|stuck|fought|thought|caught|bought|taught|sought|blew|fled|burnt"
    r"|learnt|spun|dropt|slept|swam|tore|wore|woke|bore|fed)\b",
    re.I,
)
"""Further verbs of the past, for words that hold none of the others."""
_EVENTS = (
    r"(?:launch(?:ing)?|lift-?off|blast-?off|flight|landing|touchdown|splashdown|docking|undocking|departure|spacewalk"
    r"|return|rollout|attempt|try)"
)
READIED = re.compile(
    r"\b(?:clear|prepar|prime|ready|readie|forecast|weather|chance|fuel|load|target|aim|countdown|track|bound|poise|approv"
    r"|go-ahead)\w*\b[^.;]{0,60}"
    rf"(?:\bfor\s(?:an?\s|the\s|its\s|their\s)?(?:[\w-]+\s){{0,3}}{_EVENTS}\s(?:on\s|early\s|late\s)?$|\bfor\s$)",
    re.I,
)
"""What is made ready for an event before its day: ``cleared the ship for launch Tuesday``."""
OF_EVENT = re.compile(
    rf"['’]s\s(?:[\w-]+\s){{0,2}}{_EVENTS}\b(?!\s(?:failure|delay|scrub|abort|mishap|accident))", re.I
)
"""What stands behind a day that an event is named by: ``for Friday's launch``."""
_PARTICIPLE = re.compile(
    r",\s(?:which\s(?:has\sbeen\s|was\s)?)?(?!scheduled|planned|expected|due|set|slated|targeted|projected|proposed|intended|hoped)"
    r"(?:[a-z]{2,14}ed|flown|sent|built|begun|left)\b[^,;.]{0,50}$"
)
"""A clause set in with a past participle: ``Progress, docked to the port since January 20, is to``."""


def find_participle(before: str, behind: str) -> re.Match[str] | None:
    """Find the past participle of the clause set in between commas that a date ends, unless a plan is told in it."""
    found = _PARTICIPLE.search(before) if behind.startswith(",") else None
    return None if found is None or FUTURE.search(found[0]) else found
