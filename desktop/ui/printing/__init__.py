"""Documents on pages: layout, drawing, PDF and printing."""
