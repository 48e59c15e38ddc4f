"""Everything that depends on a human language, as data: one file a language."""
