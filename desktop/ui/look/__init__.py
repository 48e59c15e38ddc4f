"""How everything looks: theme, icons, fonts, and text on its way to Qt."""
