"""In: a page as text, bytes or a path. Out: its facts. The door of the package."""
