"""How words are read and written: days, numbers, languages, letters, and how hard a text is."""
