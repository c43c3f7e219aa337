"""What the person brings, and what carries them inside."""
