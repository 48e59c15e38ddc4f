"""Search pane: the search box over the topic tree or the results."""
