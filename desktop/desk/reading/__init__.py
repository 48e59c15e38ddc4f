"""Reading an answer together: two languages side by side, turned around."""
