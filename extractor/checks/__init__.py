"""In: a Page, its mentions and facts. Out: findings: claims that do not fit together."""
