"""What every noun is made of: frozen entries, choices, messages, findings, and the paths that name a field."""
