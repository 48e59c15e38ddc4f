"""Qt parts that at least two shells use."""
