"""What a visitor sees, one module a screen."""
