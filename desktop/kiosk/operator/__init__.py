"""The operator: PIN, panel and tallies."""
