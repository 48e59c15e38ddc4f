"""A document for paper before it is set on pages: pieces, contents, citations."""
