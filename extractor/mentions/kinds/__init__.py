"""In: the groups that a rule captured. Out: the partial value of one kind of mention."""
