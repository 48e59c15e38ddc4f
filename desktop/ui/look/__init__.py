"""Look of the program: theme, icons, fonts, and conversion of text for Qt."""
