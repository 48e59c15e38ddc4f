"""Topics, search results and the numbers for help: item models, delegates, views."""
