"""The index of a pack: text analysis, building, reading, and the cache on disk."""
