"""Review and finish."""
