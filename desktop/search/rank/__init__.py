"""Ranking of documents, no-answer detection, highlights."""
