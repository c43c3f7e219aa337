"""Making, saving and printing a paper from the screen."""
