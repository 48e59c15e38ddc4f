"""One window and one finger: what a visitor cannot do, and how touch becomes clicks."""
