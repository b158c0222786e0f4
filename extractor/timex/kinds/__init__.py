"""In: matches of the TimeML rules. Out: candidates; one module beside each rule file."""
