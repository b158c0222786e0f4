"""In: a result. Out: a page to look at."""
