"""What `luminaria pack check` finds: the form of the file, and the rules for its author."""
