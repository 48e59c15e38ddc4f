"""What is said of an entry: one presentation and its forms, without Qt."""
