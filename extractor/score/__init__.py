"""In: results and gold in the mission-facts/1 shape. Out: precision, recall and F1."""
