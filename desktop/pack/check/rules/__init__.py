"""The rules of `luminaria pack check`, one module per subject; `table` lists them all."""
