"""One file for each step; none is changed once a store may have been through it."""
