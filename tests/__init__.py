"""The tests. A package, so that no installed package that left its own `tests` behind stands in front."""
