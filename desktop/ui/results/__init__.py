"""Topics, search results and help contacts: item models, delegates, views."""
