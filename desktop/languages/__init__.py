"""Language-dependent data: one file per language."""
