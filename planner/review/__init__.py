"""Questions across a plan: findings, links between its parts, quality, and text that repeats."""
