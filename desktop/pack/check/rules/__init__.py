"""The rules of `luminaria pack check`, one module a subject; `table` lists them all."""
