"""The resources step: places, referrals and the support circle."""
