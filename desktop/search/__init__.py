"""Full-text search in packs: analysis, index, ranking, highlights."""
