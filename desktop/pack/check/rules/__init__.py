"""The rules of `luminaria pack check`, one module per subject; `check.checker` lists them all."""
