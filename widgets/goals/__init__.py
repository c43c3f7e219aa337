"""The goals step."""
