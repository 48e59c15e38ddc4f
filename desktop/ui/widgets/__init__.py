"""General widgets and layouts."""
