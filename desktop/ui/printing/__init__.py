"""Answers on paper: what is printed, how it is set on pages, as a PDF and to a printer."""
