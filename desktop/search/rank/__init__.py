"""From a planned query to ranked documents, and the reasons that are shown with them."""
