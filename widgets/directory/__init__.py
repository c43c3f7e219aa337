"""The community directory on the screen: what fits the plan, and a search, each one press from the plan."""
