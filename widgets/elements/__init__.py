"""Small parts every screen is built of: headings, notes, overlays, long lists."""
