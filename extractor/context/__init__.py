"""In: candidates with partial values. Out: mentions whose values are completed from the page."""
