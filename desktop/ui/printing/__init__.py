"""Documents on pages: layout, drawing, PDF, and the way to a printer."""
