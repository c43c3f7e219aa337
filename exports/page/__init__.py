"""What a page is made of: blocks, tables, letters, and the notebook that carries them."""
