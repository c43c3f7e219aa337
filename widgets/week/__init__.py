"""The week on the screen: a grid of seven days, a copy to try things on, and the ways it leaves."""
