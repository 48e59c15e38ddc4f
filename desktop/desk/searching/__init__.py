"""Finding an entry: the search box over the topic tree or the results."""
