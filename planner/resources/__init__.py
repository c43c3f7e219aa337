"""The community: needs, places and services, referrals, and the people to turn to."""
