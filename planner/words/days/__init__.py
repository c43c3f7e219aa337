"""How days and times are read from words: one grammar for both languages, and what each phrase means from today."""
