"""The page around every step: rail, plan beside, lock, not safe right now."""
