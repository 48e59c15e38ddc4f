"""Finding entries: analysis, index, ranking, highlights. Knows packs, knows no Qt."""
