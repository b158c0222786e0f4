"""In: a Page and its mentions. Out: facts, each with its evidence."""
