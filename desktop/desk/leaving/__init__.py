"""Quick exit from the window, and the neutral cover."""
