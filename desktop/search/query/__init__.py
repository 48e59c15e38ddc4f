"""Query analysis and expansion: words, corrections, synonyms, urgent phrases."""
