"""What leaves the planner: checked against a consent, and written down."""
