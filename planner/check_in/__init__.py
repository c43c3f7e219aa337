"""What a later session looks at first, and what is carried over from the one before."""
