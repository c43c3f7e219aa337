"""The community directory as it is kept: its feeds, its entries, and how they are found."""
