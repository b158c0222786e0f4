"""In: bytes or text. Out: a Page with blocks, sentences and words."""
