"""Plan to notebook to document: what leaves the screen and goes on paper."""
