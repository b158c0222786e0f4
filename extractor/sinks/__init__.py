"""In: results. Out: rows in a destination."""
