"""Packs: model, reading, checking."""
