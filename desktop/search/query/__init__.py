"""From what was typed to what to look for: words, corrections, synonyms, urgent phrases."""
