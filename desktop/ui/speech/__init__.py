"""Reading aloud with a voice of the system."""
