"""In: a Page. Out: candidates: spans with partial values."""
