"""Feeds of services and meetings: their form is recognized, and each is read into entries of the directory."""
